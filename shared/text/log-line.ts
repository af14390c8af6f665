import { areFaultWords } from './fault-places.ts'

/** So many of the last lines are among the details for support. */
export const MOST_LOG_LINES = 30

/** What the log may take on the disk at most, as said to people. */
export const LARGEST_LOG_WORDS = '1 MB'

/** What the log tells besides faults: words of ours and nothing else. */
export const EVENTS = [
  'started',
  'stopped',
  'could not start',
  'engine ended',
  'engine started again',
  'engine given up',
  'window gone',
  'helper process gone',
  'server ended',
  'server started again',
  'server given up',
  'settings set aside',
  'settings left alone',
  'settings not saved',
] as const
export type LogEvent = (typeof EVENTS)[number]

/** Which of our processes a line is about. */
export const PROCESSES = ['app', 'engine', 'page', 'host', 'supervisor'] as const
export type LogProcess = (typeof PROCESSES)[number]

/** What Chromium says of a process that is gone, and kinds of helper process. */
const WORDS = [
  'abnormal-exit',
  'clean-exit',
  'crashed',
  'integrity-failure',
  'killed',
  'launch-failed',
  'memory-eviction',
  'oom',
  'GPU',
  'Utility',
] as const
/** A detail of an event. */
export type LogDetail = number | (typeof WORDS)[number]

/** A word from elsewhere as a detail, or none when it is not one we know. */
export function logDetail(word: string): LogDetail[] {
  return WORDS.filter(known => known === word)
}

/** One line: when, which version, which process, what. */
export function eventLine(head: LineHead, event: LogEvent, details: readonly LogDetail[] = []): string {
  return [headOf(head), event, ...details].join(' ')
}

/** The line of a fault, whose words `faultWords` made. */
export function faultLine(head: LineHead, words: string): string {
  return `${headOf(head)} fault ${words}`
}

/** What each line begins with; `at` in ISO. */
export type LineHead = { readonly at: string; readonly version: string; readonly process: LogProcess }

/** Whether a line is one that this log writes; whatever else stands in a log is not passed on. */
export function isLogLine(line: string): boolean {
  const found = LINE.exec(line)
  if (!found) return false
  const [, event, fault] = found
  return event !== undefined || areFaultWords(fault!)
}

function headOf({ at, version, process }: LineHead): string {
  return `${at} ${version} ${process}`
}

const DETAIL = `(?: (?:-?\\d{1,10}|${WORDS.join('|')}))`
const LINE = new RegExp(
  `^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z \\d{1,4}\\.\\d{1,4}\\.\\d{1,4} (?:${PROCESSES.join('|')}) ` +
    `(?:((?:${EVENTS.join('|')})${DETAIL}{0,4})|fault (.+))$`,
)
