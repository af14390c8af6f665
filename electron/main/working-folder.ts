import { join } from 'node:path'
import { app } from 'electron'

/** Where working copies of workbooks in shared places are kept: with this user's settings. */
export function workingFolder(): string {
  return join(app.getPath('userData'), 'working')
}
