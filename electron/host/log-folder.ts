import { join } from 'node:path'
import { settingsFolder } from '../engine/places/place-deps.ts'

/** Where the host and whoever starts it again keep their log. */
export function logFolder(): string {
  return join(settingsFolder(), 'logs')
}
