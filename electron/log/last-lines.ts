import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isLogLine } from '../../shared/text/log-line.ts'
import { LOG_FILES } from './app-log.ts'

/** The last lines of the log, oldest first; only such as the log itself writes. None when there is no log. */
export function lastLogLines(folder: string, most: number): string[] {
  const lines = [LOG_FILES.before, LOG_FILES.now].flatMap(name => linesOf(join(folder, name)))
  return lines.filter(isLogLine).slice(-most)
}

function linesOf(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split(/\r?\n/)
  } catch {
    return []
  }
}
