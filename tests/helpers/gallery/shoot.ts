import { mkdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize, resolve } from 'node:path'
import { chromium } from 'playwright-core'

/**
 * Pictures of gallery screens. `node tests/helpers/gallery/shoot.ts OUT [case:]route[@WIDTHxHEIGHT] …`, for example
 * `shoot.ts shots overview principle/parity-of-esteem@1920x1080 empty:overview start:`.
 */
const root = resolve(import.meta.dirname, '../../../dist/gallery')
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}
const [out = '.', ...asked] = process.argv.slice(2)
mkdirSync(out, { recursive: true })

const server = createServer(async (request, response) => {
  const path = normalize(new URL(request.url ?? '/', 'http://here').pathname)
  try {
    const body = await readFile(join(root, path === '/' ? 'index.html' : path))
    response.setHeader('content-type', types[extname(path) || '.html'] ?? 'application/octet-stream')
    response.end(body)
  } catch {
    response.writeHead(404).end()
  }
})
await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
const address = server.address()
const port = typeof address === 'object' && address ? address.port : 0

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-sync',
  ],
})
for (const ask of asked.length > 0 ? asked : ['overview']) {
  const [, kind = 'story', route = '', size = '1366x768'] =
    /^(?:(\w+):)?([^@]*)(?:@(\d+x\d+))?$/.exec(ask) ?? []
  const [width, height] = size.split('x').map(Number) as [number, number]
  const context = await browser.newContext({
    viewport: { width, height },
    timezoneId: 'UTC',
    locale: 'en-GB',
  })
  const page = await context.newPage()
  page.on('pageerror', error => console.error(`${ask}: ${error.message}`))
  page.on(
    'console',
    line =>
      line.type() === 'error' && !line.text().includes('404') && console.error(`${ask}: ${line.text()}`),
  )
  await page.clock.setFixedTime(new Date('2026-11-24T10:45:00Z'))
  await page.goto(`http://127.0.0.1:${port}/?case=${kind}#/${route}`)
  await page.waitForSelector('main')
  await page.waitForTimeout(400)
  const name = `${kind}-${route.replaceAll('/', '-') || 'start'}-${size}.png`
  await page.screenshot({ path: join(out, name) })
  console.log(join(out, name))
  await context.close()
}
await browser.close()
server.close()
