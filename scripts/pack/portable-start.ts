import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { openUrl } from '../open-url.ts'

/** The oldest Node the engine runs under, and the one it is tried with. */
const OLDEST = 24

/** Starts the host of the portable folder and the browser on it; bundled for any Node, so that an old one is told. */
function start(): void {
  const [major] = process.versions.node.split('.').map(Number)
  if ((major ?? 0) < OLDEST) {
    console.error(
      `Ninefold needs Node ${OLDEST} or newer, and this is Node ${process.versions.node}. Ask for a newer one, or put its folder in here under the name node.`,
    )
    process.exitCode = 1
    return
  }
  const isQuiet = process.argv.includes('--no-browser')
  const folders = process.argv.slice(2).filter(word => word !== '--no-browser')
  const host = spawn(process.execPath, [join(dirname(__filename), 'dist/electron/host.mjs'), ...folders], {
    stdio: ['inherit', 'pipe', 'inherit'],
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => host.kill(signal))
  host.once('exit', code => {
    process.exitCode = code ?? 1
  })
  let said = ''
  host.stdout.on('data', (piece: Buffer) => {
    process.stdout.write(piece)
    const before = said
    said += piece
    const url = /http:\/\/\S+\s/.exec(said)?.[0]
    if (url && !isQuiet && !/http:\/\/\S+\s/.test(before)) openUrl(url.trim())
  })
}

start()
