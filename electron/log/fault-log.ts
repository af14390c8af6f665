import { faultWords } from '../../shared/text/fault-places.ts'
import {
  eventLine,
  faultLine,
  type LineHead,
  type LogDetail,
  type LogEvent,
  type LogProcess,
} from '../../shared/text/log-line.ts'

/** Where lines go; a process of its own unless another is named. */
export type LogSink = (line: (head: LineHead) => string, as?: LogProcess) => void

const AGAIN_AFTER_MS = 60_000
const MOST_A_MINUTE = 100

let sink: LogSink | null = null
const lastTold = new Map<string, number>()

/** From here on what this process tells goes there. `null`: faults to the error output, events nowhere. */
export function logTo(given: LogSink | null): void {
  sink = given
  lastTold.clear()
}

/** Writes an event down, if a log was started. */
export function logEvent(event: LogEvent, ...details: LogDetail[]): void {
  sink?.(head => eventLine(head, event, details))
}

/** Writes down where something of ours went wrong; on the error output if no log was started. */
export function logFault(error: unknown, as?: LogProcess): void {
  logFaultWords(faultWords(error), as)
}

/** The same, of what `faultWords` said elsewhere. The same again within a minute is passed over. */
export function logFaultWords(words: string, as?: LogProcess): void {
  if (!sink) {
    console.error('fault', words)
    return
  }
  const now = Date.now()
  for (const [told, at] of lastTold) if (now - at >= AGAIN_AFTER_MS) lastTold.delete(told)
  if (lastTold.has(words)) return
  // Something makes up faults, or everything is broken: so many lines say as much.
  if (lastTold.size >= MOST_A_MINUTE) return
  lastTold.set(words, now)
  sink(head => faultLine(head, words), as)
}
