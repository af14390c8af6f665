import { spawn } from 'node:child_process'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')

/** `npm test` has just built it: what is built is what people run, and starts in a third of the time that the sources take. */
const MAIN = join(ROOT, process.env.NINEFOLD_BUILT ? 'dist/electron/cli.mjs' : 'electron/cli/main.ts')

export type CliAnswer = { readonly code: number | null; readonly out: string; readonly err: string }

/** Runs the real command line in a process of its own, as a script would. */
export function ninefold(...args: string[]): Promise<CliAnswer> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
    let [out, err] = ['', '']
    child.stdout.on('data', bytes => (out += bytes))
    child.stderr.on('data', bytes => (err += bytes))
    child.on('error', reject)
    child.on('close', code => resolve({ code, out, err }))
  })
}

/** True for exactly one line that ends like a sentence, is no stack trace and says more than that something failed. */
export function isSentence(text: string): boolean {
  return (
    /^[^\n]{10,600}\.\n$/.test(text) && !/\bat .+:\d+|Error:|SQLITE|ENOENT|Something went wrong/.test(text)
  )
}
