import { existsSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { safeFileName } from '../../../shared/text/safe-name.ts'
import { putInPlace } from '../create.ts'
import { readHeader } from '../store/header.ts'
import type { Tasks } from '../tasks.ts'
import { Trouble, troubleOf } from '../trouble.ts'
import { passThroughAge } from './age-thread.ts'
import { plainBeside, sweepPlain } from './plain-files.ts'

/**
 * Opens a workbook that a password locks into a new file: `to`, or a name of ours beside it that no file has. The locked
 * one stays as it is. Gives the path of the new one; throws a sentence, and leaves nothing, when it does not open.
 */
export async function unlockWorkbook(
  tasks: Tasks,
  from: string,
  password: string,
  wanted: string | undefined,
  signal?: AbortSignal,
): Promise<string> {
  const name = basename(from)
  const to = wanted ?? freeNameBeside(from)
  if (existsSync(to))
    throw new Trouble(
      'REFUSED',
      `There is already a file called ${basename(to)} there. Choose another name: Ninefold never writes over a workbook.`,
    )
  sweepPlain(dirname(to))
  const temporary = plainBeside(to)
  try {
    const size = statSync(from).size
    await tasks.run({ words: `Opening ${name}`, unit: 'bytes', total: size, signal }, task =>
      passThroughAge({ kind: 'unlock', from, to: temporary, password }, size, task),
    )
    readHeader(temporary)
    putInPlace(temporary, to)
    return to
  } catch (error) {
    throw whyNotOpened(error, name)
  } finally {
    rmSync(temporary, { force: true })
  }
}

/** `Northmoor redacted.ninefold` beside `Northmoor redacted.ninefold.age`, or with a number. */
export function freeNameBeside(locked: string): string {
  const stem = safeFileName(basename(locked).replace(/(\.ninefold)?(\.age)?$/i, '')) || 'Workbook'
  for (let number = 1; ; number++) {
    const to = join(dirname(locked), `${stem}${number === 1 ? '' : ` ${number}`}.ninefold`)
    if (!existsSync(to)) return to
  }
}

function whyNotOpened(error: unknown, name: string): unknown {
  switch ((error as { code?: unknown }).code) {
    case 'WRONG_PASSWORD':
      return new Trouble(
        'WRONG_PASSWORD',
        `That is not the password of ${name}. Type it again: capitals and spaces count.`,
      )
    case 'DAMAGED_LOCKED':
      return new Trouble(
        'BAD_FILE',
        `${name} is damaged, so it was not opened. Ask whoever sent it to send it again.`,
      )
    case 'NO_PASSWORD':
      return new Trouble(
        'BAD_FILE',
        `${name} was locked for somebody's key and not with a password, so Ninefold cannot open it. Unlock it with age first.`,
      )
    case 'BAD_FILE':
      return new Trouble('BAD_FILE', `The password is right, but what is in ${name} is no Ninefold workbook.`)
    default:
      return troubleOf(error) ?? error
  }
}
