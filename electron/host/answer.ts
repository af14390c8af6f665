import type { ServerResponse } from 'node:http'

/** Ends a request with one sentence, or with something to be read as JSON. */
export function answer(response: ServerResponse, status: number, body: string | object): void {
  if (response.headersSent) return void response.destroy()
  const isText = typeof body === 'string'
  response.writeHead(status, { 'content-type': isText ? 'text/plain; charset=utf-8' : 'application/json' })
  response.end(isText ? body : JSON.stringify(body))
}
