import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { Person } from '../../shared/contract/control.ts'

/**
 * Who is at the keyboard, kept for this user of this computer. The page cannot keep it for long: its address, and with
 * it what the browser remembers, is another one each time the host starts.
 */
export function readPerson(): Person {
  try {
    return Person.parse(JSON.parse(readFileSync(personFile(), 'utf8')))
  } catch {
    // None yet, or one that cannot be read: people give their name again.
    return { name: '', role: '' }
  }
}

/** Keeps the name for the next start. */
export function writePerson(person: Person): void {
  try {
    mkdirSync(settingsFolder(), { recursive: true, mode: 0o700 })
    writeFileSync(personFile(), JSON.stringify(person), { mode: 0o600 })
  } catch {
    // A home that cannot be written to must not stop anyone: the browser keeps the name until it is closed.
  }
}

function personFile(): string {
  return join(settingsFolder(), 'person.json')
}

function settingsFolder(): string {
  if (process.env.NINEFOLD_SETTINGS) return process.env.NINEFOLD_SETTINGS
  const home = homedir()
  if (process.platform === 'win32')
    return join(process.env.APPDATA ?? join(home, 'AppData/Roaming'), 'ninefold-host')
  if (process.platform === 'darwin') return join(home, 'Library/Application Support/ninefold-host')
  return join(process.env.XDG_CONFIG_HOME ?? join(home, '.config'), 'ninefold-host')
}
