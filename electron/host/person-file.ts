import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Person } from '../../shared/contract/control.ts'
import { settingsFolder } from '../engine/places/place-deps.ts'

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
