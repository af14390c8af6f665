import { type ChildProcess, spawn } from 'node:child_process'

let server: { display: string; process: ChildProcess } | null = null

/** A display to draw on: the one that is there, or a virtual one of our own, started once. */
export async function display(): Promise<string> {
  if (process.env.DISPLAY) return process.env.DISPLAY
  server ??= await startXvfb()
  return server.display
}

/** Ends the virtual display, if one was started. */
export function closeDisplay(): void {
  server?.process.kill()
  server = null
}

/** Xvfb picks a free number itself and writes it to the third stream. */
function startXvfb(): Promise<{ display: string; process: ChildProcess }> {
  return new Promise((resolve, reject) => {
    const child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1080x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    })
    child.once('error', () => reject(new Error('Xvfb is not installed')))
    child.once('exit', code => reject(new Error(`Xvfb ended with ${code}`)))
    child.stdio[3]!.once('data', (number: Buffer) =>
      resolve({ display: `:${String(number).trim()}`, process: child }),
    )
  })
}
