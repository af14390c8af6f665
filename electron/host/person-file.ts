import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Person } from '../../shared/contract/control.ts'
import { settingsFolder } from '../engine/places/place-deps.ts'
import { type KeptFile, openKept } from '../kept/kept-file.ts'

/**
 * Who is at the keyboard, kept for this user of this computer. The page cannot keep it for long: its address, and with
 * it what the browser remembers, is another one each time the host starts.
 */
export function readPerson(): Person {
  // None yet, or one that makes no sense: people give their name again.
  return Person.catch({ name: '', role: '' }).parse(opened().read)
}

/** Keeps the name for the next start. A home that cannot be written to must not stop anyone: the browser keeps it until it is closed. */
export function writePerson(person: Person): void {
  opened().write(person)
}

/** What people have to be told about reading it: given once, then `null`. */
export function takePersonNews(): string | null {
  opened()
  const told = news
  news = null
  return told
}

let news: string | null = null
const hasTold = new Set<string>()

function opened(): KeptFile {
  const folder = settingsFolder()
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch {
    // Then nothing is kept beyond this run.
  }
  const words = { what: 'The settings of this computer', loses: 'your name has to be given again' }
  const kept = openKept(join(folder, 'person.json'), words)
  if (kept.news && !hasTold.has(kept.news)) {
    hasTold.add(kept.news)
    news = kept.news
  }
  return kept
}
