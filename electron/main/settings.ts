import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Person, SnapshotSettings, WorkbookSummary } from '../../shared/contract/control.ts'

/** A workbook opened before, newest first. */
export const Recent = z.object({
  id: z.string(),
  path: z.string(),
  openedAt: z.string(),
  summary: WorkbookSummary.nullable().catch(null),
})
export type Recent = z.infer<typeof Recent>

const Settings = z.object({
  person: Person.catch({ name: '', role: '' }),
  recent: z.array(Recent).catch([]),
  /** Where snapshots of workbooks go, and how much of them is kept. */
  snapshots: SnapshotSettings.catch(SnapshotSettings.parse({})).default(SnapshotSettings.parse({})),
  /** The last window's place, if it is one. */
  bounds: z
    .object({ x: z.int(), y: z.int(), width: z.int().min(600), height: z.int().min(400) })
    .nullable()
    .catch(null),
})

/** What this laptop remembers: who is at it, the recent workbooks, where the window was. No workbook content but a summary. */
export type Settings = z.infer<typeof Settings>

export type SettingsFile = {
  readonly now: Settings
  change(set: Partial<Settings>): void
}

/** Reads the settings in a folder. A file that cannot be read is set aside, and the app starts with none. */
export function openSettings(folder: string): SettingsFile {
  const path = join(folder, 'settings.json')
  let now = read(path)
  return {
    get now() {
      return now
    },
    change(set) {
      now = { ...now, ...set }
      write(path, now)
    },
  }
}

function read(path: string): Settings {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    return Settings.parse({})
  }
  try {
    return Settings.parse(JSON.parse(text))
  } catch {
    setAside(path)
    return Settings.parse({})
  }
}

function setAside(path: string): void {
  try {
    renameSync(path, `${path}.unreadable-${Date.now()}`)
  } catch {
    // Then it stays, and the next change replaces it.
  }
}

/** In one step, so that a cut leaves the old settings or the new ones. A folder that cannot be written forgets. */
function write(path: string, settings: Settings): void {
  const fresh = `${path}.new`
  try {
    writeFileSync(fresh, JSON.stringify(settings, null, 2))
    renameSync(fresh, path)
  } catch (error) {
    console.error('The settings could not be saved', error)
  }
}
