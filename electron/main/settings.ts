import { join } from 'node:path'
import { z } from 'zod'
import { Person, SnapshotSettings, WorkbookSummary } from '../../shared/contract/control.ts'
import { openKept } from '../kept/kept-file.ts'

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
  recent: z.array(z.unknown()).catch([]).transform(readable),
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
  /** What people have to be told about reading the settings: given once in a run, then `null`. */
  news(): string | null
}

/** Reads the settings in a folder: older ones, newer ones, none. What is in them for a newer Ninefold stays. */
export function openSettings(folder: string): SettingsFile {
  const file = openKept(join(folder, 'settings.json'), {
    what: 'The settings of this computer',
    loses: 'your name and the list of recent workbooks begin anew',
  })
  let now = Settings.parse(file.read)
  let news = file.news
  return {
    get now() {
      return now
    },
    change(set) {
      now = { ...now, ...set }
      file.write(set.recent ? { ...set, recent: [...set.recent, ...notReadable(file.read.recent)] } : set)
    },
    news() {
      const told = news
      news = null
      return told
    },
  }
}

function readable(list: readonly unknown[]): Recent[] {
  return list.flatMap(one => Recent.safeParse(one).data ?? [])
}

/** Entries of a form only a newer Ninefold knows: they stay at the end. */
function notReadable(list: unknown): unknown[] {
  return Array.isArray(list) ? list.filter(one => !Recent.safeParse(one).success).slice(0, 50) : []
}
