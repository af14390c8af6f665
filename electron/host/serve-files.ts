import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join, relative, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { pageTypeOf } from '../../shared/contract/page-files.ts'
import { Trouble } from '../engine/trouble.ts'
import { answer } from './answer.ts'
import type { Tickets } from './tickets.ts'

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/**
 * Serves the built page. Its files are listed once, at the start, and an address is only ever looked up in that list:
 * there is no path to climb out of.
 */
export async function createPageHandler(folder: string): Promise<Handler> {
  const files = await listFiles(folder)
  if (!files.has('/index.html'))
    throw new Trouble(
      'FILE_TROUBLE',
      'The page of Ninefold is not built yet. Run npm run build, then start again.',
    )
  return async (request, response) => {
    const address = request.url!.split('?')[0]!
    const path = files.get(address === '/' ? '/index.html' : address)
    if (!path) return answer(response, 404, 'There is nothing at this address.')
    const { size } = await stat(path)
    response.writeHead(200, {
      'content-type': pageTypeOf(path),
      'content-length': size,
    })
    if (request.method === 'HEAD') return void response.end()
    await pipeline(createReadStream(path), response).catch(() => response.destroy())
  }
}

/** Hands out a waiting file, once, as a download that no browser opens by itself. */
export function createDownloadHandler(tickets: Tickets): Handler {
  return async (request, response) => {
    const file = tickets.take(request.url!.replace(/^\/download\//, ''))
    if (!file)
      return answer(
        response,
        404,
        'This download is no longer there. Go back to Ninefold and save the file again.',
      )
    try {
      const { size } = await stat(file.path)
      response.writeHead(200, {
        'content-type': 'application/octet-stream',
        'content-length': size,
        'content-disposition': `attachment; filename*=UTF-8''${encodeName(file.name)}`,
      })
      await pipeline(createReadStream(file.path), response).catch(() => response.destroy())
    } finally {
      await file.forget()
    }
  }
}

async function listFiles(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const paths = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
  return new Map(paths.map(path => [`/${relative(folder, path).split(sep).join('/')}`, path]))
}

function encodeName(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    mark => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
