import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { SnapshotSettings } from '../../shared/contract/control.ts'
import { DETAILS, freshFolder, startEngine, WHO } from './engine.ts'

/** Settings under which every disk is large enough, so that tests need not have 500 MB to spare. */
export const KEEP: SnapshotSettings = { folder: null, limitBytes: 2 * 1024 ** 3, leaveFree: 0 }

/** A clock of its own: `at` is told, `ring` lets the timers look at it. */
export function wallClock(start: string) {
  let now = start
  const timers = new Set<() => void>()
  let ids = 0
  return {
    deps: {
      now: () => now,
      newId: () => {
        const id = String(++ids)
        return `${id.padStart(8, '0')}-0000-4000-8000-${id.padStart(12, '0')}`
      },
      every: (_ms: number, work: () => void) => {
        timers.add(work)
        return () => timers.delete(work)
      },
    },
    set: (at: string) => {
      now = at
    },
    ring: () => {
      for (const work of timers) work()
    },
    timers,
  }
}

type Options = {
  readonly folder?: string
  readonly name?: string
  readonly clock?: ReturnType<typeof wallClock>
  readonly keep?: Partial<SnapshotSettings>
}

/** A new workbook of which snapshots are kept. */
export async function startKept({ folder = freshFolder(), name = 'Northmoor', clock, keep }: Options = {}) {
  const started = startEngine(clock?.deps)
  const path = join(folder, `${name}.ninefold`)
  const snapshots = { ...KEEP, ...keep }
  await started.shell.file.create({ path, details: DETAILS, who: WHO, snapshots })
  return {
    ...started,
    ...callsOf(started),
    folder,
    path,
    snapshots,
    beside: join(folder, `${name} (snapshots)`),
  }
}

/** What tests do again and again to a workbook. */
function callsOf({ page, shell }: Pick<ReturnType<typeof startEngine>, 'page' | 'shell'>) {
  return {
    /** Rates the first principle and says why. */
    async rate(reason: string) {
      const { rows, framework } = await page.workbook.read()
      return page.rating.set({
        roundId: rows.rounds[0]!.id,
        areaId: rows.areas[0]!.id,
        principleId: framework.principles[0]!.id,
        set: { level: 2, reason },
      })
    },
    async addAction(title: string) {
      const { rows, framework } = await page.workbook.read()
      return page.action.add({ areaId: rows.areas[0]!.id, principleId: framework.principles[0]!.id, title })
    },
    reopen: async (
      path: string,
      snapshots: SnapshotSettings | undefined = KEEP,
      mode: 'edit' | 'read' = 'edit',
    ) => shell.file.open({ path, who: WHO, mode, snapshots }),
  }
}

/** Names in a folder, in order; none when it is not there. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort()
  } catch {
    return []
  }
}
