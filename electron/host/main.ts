import { startLog } from '../log/app-log.ts'
import { endOnFault } from '../log/end-on-fault.ts'
import { startHost } from './host.ts'
import { logFolder } from './log-folder.ts'
import { type FromServer, serveInTerminal, type ToServer } from './serve.ts'
import { sentenceOf } from './serve-rpc.ts'

/** `node host.mjs [FOLDER]`: supervises; `--serving`: is supervised and does the work. */
if (process.argv.includes('--serving')) serveUnderSupervision()
else await supervise(process.argv[2])

async function supervise(folder: string | undefined): Promise<void> {
  try {
    const sentence = await serveInTerminal(folder)
    if (sentence) fail(sentence)
  } catch (error) {
    fail((error as Error).message)
  }
}

function fail(sentence: string): void {
  console.error(sentence)
  process.exitCode = 1
}

function serveUnderSupervision(): void {
  startLog(logFolder(), 'host')
  endOnFault()
  // Ctrl+C and the closing of the window with text reach both; the supervisor then says stop, and workbooks are closed properly.
  process.on('SIGINT', () => {})
  process.on('SIGHUP', () => {})
  let stop = async () => {}
  let isEnding = false
  // Asked twice, as by Ctrl+C in a terminal that tells the whole family: the first closing is waited for.
  const end = () => {
    if (isEnding) return
    isEnding = true
    void stop().finally(() => process.exit(0))
  }
  process.on('disconnect', end)
  process.on('SIGTERM', end)
  process.on('message', (order: ToServer) => {
    if (order.kind === 'stop') return end()
    startHost({ ...order, onLooking: file => tell({ kind: 'looking', file }) }).then(
      host => {
        stop = host.close
        tell({ kind: 'ready', port: host.port })
      },
      error => {
        tell({ kind: 'failed', sentence: whyNotStarted(error) })
        process.exitCode = 1
        process.disconnect()
      },
    )
  })
}

function tell(message: FromServer): void {
  process.send?.(message)
}

function whyNotStarted(error: unknown): string {
  if ((error as { code?: string }).code === 'EADDRINUSE')
    return 'Another program took the address of Ninefold. Start it again.'
  return sentenceOf(error).sentence
}
