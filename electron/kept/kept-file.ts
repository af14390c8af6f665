import {
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { isObject, withUnknownKept } from '../../shared/rules/keep-unknown.ts'
import { logEvent, logFault } from '../log/fault-log.ts'

/** The form this build writes. Only what an older one must not touch raises it: new names alone do not. */
const FORM = 1

const MOST_SET_ASIDE = 3

/** A small file that remembers something of this person on this computer. */
export type KeptFile = {
  /** As it was read or written last, with what this build does not know. */
  readonly read: Readonly<Record<string, unknown>>
  /** What people have to be told about reading it, in one sentence; `null` when nothing. */
  readonly news: string | null
  /** Writes these names and leaves every other as it is. A file that may not be written keeps nothing beyond this run. */
  write(changed: Readonly<Record<string, unknown>>): void
}

/**
 * Reads such a file. One that cannot be understood is set aside under a name with the day; one that cannot be reached for now, and
 * one in a form of a newer Ninefold, is left as it is. `what` names it for people, `loses` says what begins anew.
 */
export function openKept(path: string, words: { what: string; loses: string }): KeptFile {
  let { read, news, mayWrite } = readKept(path, words)
  return {
    get read() {
      return read
    },
    news,
    write(changed) {
      read = withUnknownKept(read, { ...changed, form: FORM }) as typeof read
      if (mayWrite) writeInOneStep(path, `${JSON.stringify(read, null, 2)}\n`)
    },
  }
}

type Reading = { read: KeptFile['read']; news: string | null; mayWrite: boolean }

function readKept(path: string, { what, loses }: { what: string; loses: string }): Reading {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return { read: {}, news: null, mayWrite: true }
    logEvent('settings left alone')
    const news = `${what} cannot be reached just now and are left as they are. What you change is kept until Ninefold ends: start it again later.`
    return { read: {}, news, mayWrite: false }
  }
  const read = objectIn(text)
  if (read === null) {
    const name = setAside(path)
    logEvent(name ? 'settings set aside' : 'settings left alone')
    const news = name
      ? `${what} could not be read. They were set aside as “${name}”, and ${loses}. Your workbooks are as they were.`
      : `${what} could not be read and could not be set aside either, so ${loses} each time. Your workbooks are as they were.`
    return { read: {}, news, mayWrite: name !== null }
  }
  if (typeof read.form === 'number' && read.form > FORM) {
    logEvent('settings left alone', Math.trunc(read.form) % 1_000_000)
    const news = `${what} were written by a newer Ninefold and are left as they are for it. This one starts without them and keeps what you change until it ends: use the newer one, if you can.`
    return { read: {}, news, mayWrite: false }
  }
  return { read, news: null, mayWrite: true }
}

function objectIn(text: string): Readonly<Record<string, unknown>> | null {
  try {
    // Editors of Windows put a mark before the first letter.
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    return isObject(value) ? value : null
  } catch {
    return null
  }
}

/** Its new name, or `null` when the folder does not allow it. The oldest of those set aside before go. */
function setAside(path: string): string | null {
  const folder = dirname(path)
  const stem = basename(path).replace(/\.json$/, '')
  const day = new Date().toISOString().slice(0, 10)
  try {
    const before = setAsideBefore(folder, stem)
    const count = Math.max(0, ...before.filter(one => one.day === day).map(one => one.count)) + 1
    const name = `${stem} unreadable ${day}${count === 1 ? '' : ` ${count}`}.json`
    renameSync(path, join(folder, name))
    for (const old of before.slice(0, Math.max(0, before.length + 1 - MOST_SET_ASIDE)))
      rmSync(join(folder, old.name), { force: true })
    return name
  } catch {
    return null
  }
}

/** The oldest first. Those of the naming before this one, which had no day in it, are older than all. */
function setAsideBefore(folder: string, stem: string) {
  const pattern = new RegExp(
    `^${stem}(?:\\.json\\.unreadable-(?<at>\\d+)| unreadable (?<day>[\\d-]{10})(?: (?<again>\\d+))?\\.json)$`,
  )
  const found = readdirSync(folder).flatMap(name => {
    const parts = pattern.exec(name)?.groups
    return parts ? [{ name, day: parts.day ?? '', count: Number(parts.at ?? parts.again ?? 1) }] : []
  })
  return found.sort((a, b) => a.day.localeCompare(b.day) || a.count - b.count)
}

/** So that a cut leaves the old file or the new one. A folder that cannot be written forgets. */
function writeInOneStep(path: string, text: string): void {
  const fresh = `${path}.new`
  try {
    const file = openSync(fresh, 'w', 0o600)
    try {
      writeFileSync(file, text)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(fresh, path)
  } catch (error) {
    logEvent('settings not saved')
    logFault(error)
  }
}
