import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { pathOf } from './engine.ts'
import { Failed, UsageError } from './failed.ts'

/**
 * A password, never from the command line itself, where every program on the computer could read it: from a file, from
 * NINEFOLD_PASSWORD, or typed at the terminal, where it is not shown.
 */
export async function askPassword(file: string | undefined, isNew: boolean): Promise<string> {
  const given = file !== undefined ? fromFile(file) : process.env.NINEFOLD_PASSWORD
  if (given !== undefined) return checked(given)
  if (!process.stdin.isTTY)
    throw new UsageError(
      'There is no terminal to type a password at. Give --password-file, or set NINEFOLD_PASSWORD.',
    )
  const typed = checked(await typedAt('Password: '))
  if (isNew && (await typedAt('The same once more: ')) !== typed)
    throw new Failed('The two passwords are not the same, so nothing was made. Try again.')
  return typed
}

/** The first line of it, since every editor ends a file with one. */
function fromFile(file: string): string {
  try {
    return readFileSync(pathOf(file), 'utf8').split(/\r?\n/)[0]!
  } catch {
    throw new Failed(`The password file ${file} cannot be read. Check its name.`)
  }
}

function checked(password: string): string {
  if (password.length > 0 && password.length <= 1000) return password
  throw new Failed(
    password === ''
      ? 'The password is empty, so nothing was done. Give one.'
      : 'The password is longer than 1,000 characters, so nothing was done. Give a shorter one.',
  )
}

async function typedAt(question: string): Promise<string> {
  // Listening before asking: what is typed early must not be shown either.
  const lines = createInterface({ input: process.stdin, terminal: true, output: silent() })
  process.stderr.write(question)
  try {
    return await new Promise<string>((resolve, reject) => {
      lines.once('line', resolve)
      lines.once('close', () => reject(new Failed('No password was typed, so nothing was done.')))
    })
  } finally {
    lines.close()
    process.stderr.write('\n')
  }
}

/** Where the letters of a password go that a terminal would show. */
function silent(): Writable {
  return new Writable({ write: (_piece, _encoding, done) => done() })
}
