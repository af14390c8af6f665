import { isLogLine } from './log-line.ts'
import { sizeOf } from './sizes.ts'

/** Numbers about the open workbook, and words of lists of ours. */
export type WorkbookNumbers = {
  /** Bytes of its file. */
  readonly size: number | null
  readonly mode: 'edit' | 'read'
  readonly place: 'here' | 'sync' | 'network' | null
  readonly placeState: 'same' | 'waiting' | 'copying' | 'away' | 'stuck' | null
  readonly isRehearsal: boolean
  readonly hasOwnFramework: boolean
  /** How many of each kind of thing there are. */
  readonly counts: Readonly<Record<string, number>>
  readonly edits: number
  /** What the last check of this session found; `null` when none has ended. */
  readonly damage: number | null
}

/** What the page can see of the window it is in. */
export type WindowFacts = {
  readonly language: string
  readonly screen: { readonly width: number; readonly height: number }
  readonly window: { readonly width: number; readonly height: number }
  readonly scale: number
}

/** All of it. Every text in here is checked for its form before it is told. */
export type Support = {
  readonly kind: 'desktop' | 'browser'
  /** ISO in UTC. */
  readonly at: string
  readonly version: string
  readonly runsOn: readonly { readonly name: string; readonly version: string }[]
  readonly system: string
  readonly schemaVersion: number
  readonly framework: { readonly id: string; readonly version: string }
  readonly memory: { readonly total: number; readonly free: number }
  readonly processors: number
  readonly seen: WindowFacts
  readonly workbook: WorkbookNumbers | null
  readonly logLines: readonly string[]
}

/** What is in the text and what is not, said above it. */
export const SUPPORT_WORDS =
  'It tells which versions run here, this computer’s system, memory, language and screen, how big the workbook is, how many things are in it and what kind of place it lies in, what the last check found, and the last lines of the log. It holds nothing you wrote: no name, no title, no file name and no folder.'

/** The details for support as plain text. */
export function supportText(facts: Support): string {
  const { workbook, seen } = facts
  return [
    `Ninefold ${safe(facts.version)}, ${facts.kind === 'desktop' ? 'desktop app' : 'in a browser'}`,
    `Told at: ${safe(facts.at)}`,
    `Runs on: ${facts.runsOn.map(one => `${safe(one.name)} ${safe(one.version)}`).join(', ')}`,
    `System: ${safe(facts.system)}`,
    `Memory: ${sizeOf(facts.memory.total)}, ${sizeOf(facts.memory.free)} free; processors: ${whole(facts.processors)}`,
    `Language: ${safe(seen.language)}`,
    `Screen: ${pair(seen.screen)}, window ${pair(seen.window)}, scale ${Number(seen.scale.toFixed(2))}`,
    `Writes: schema ${whole(facts.schemaVersion)}, framework ${safe(facts.framework.id)} ${safe(facts.framework.version)}`,
    ...(workbook ? workbookLines(workbook) : ['Workbook: none open']),
    ...logLines(facts.logLines),
  ].join('\n')
}

function workbookLines(workbook: WorkbookNumbers): string[] {
  const { size, place, placeState, damage } = workbook
  const counts = Object.entries(workbook.counts).map(([name, count]) => `${safe(name)} ${whole(count)}`)
  return [
    `Workbook: ${size === null ? 'size not known' : sizeOf(size)}, ${workbook.mode === 'edit' ? 'open to change' : 'open to read'}${workbook.isRehearsal ? ', rehearsal' : ''}${workbook.hasOwnFramework ? ', framework of another version' : ''}`,
    `Place: ${PLACES[place ?? 'unknown']}${placeState ? `, ${placeState}` : ''}`,
    `Holds: ${[...counts, `edits ${whole(workbook.edits)}`].join(', ')}`,
    `Check: ${damage === null ? 'none has ended yet' : damage === 0 ? 'nothing wrong' : `${whole(damage)} things found`}`,
  ]
}

const PLACES = {
  here: 'a disk of this computer',
  sync: 'a synchronised folder',
  network: 'a network drive',
  unknown: 'not known yet',
} as const

function logLines(lines: readonly string[]): string[] {
  const told = lines.filter(isLogLine)
  if (told.length === 0) return ['Log: empty, or not to be read']
  return [told.length === 1 ? 'Log, last line:' : `Log, last ${told.length} lines:`, ...told]
}

function pair({ width, height }: { width: number; height: number }): string {
  return `${whole(width)} by ${whole(height)}`
}

function whole(number: number): string {
  return Number.isFinite(number) ? String(Math.trunc(number)) : 'not known'
}

/** Names and numbers of versions and nothing longer: whatever else comes is not passed on. */
function safe(text: string): string {
  return /^[A-Za-z0-9][\w .,:+()-]{0,79}$/.test(text) ? text : 'not told'
}
