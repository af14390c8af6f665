import { testElectron } from '../../scripts/test-electron.ts'
import { chromiumPath } from '../helpers/chromium.ts'
import { benchAttachMemory } from './attach-memory.ts'
import { benchEvidence } from './evidence.ts'
import { benchExport } from './export.ts'
import { benchHostile } from './hostile.ts'
import { benchList } from './list.ts'
import type { Row } from './measure.ts'
import { benchOpen, benchOpenGrowth } from './open.ts'
import { benchPowerCut, whyNoPowerCuts } from './power-cut.ts'
import { benchRate } from './rate.ts'
import { benchReview, benchReviewGrowth } from './review.ts'
import type { Scale } from './scale.ts'
import { benchSeen } from './seen.ts'
import { benchSnapshot } from './snapshot.ts'
import { benchStart } from './start.ts'
import { benchUndo } from './undo.ts'

/** Rows that are measured together, and why they cannot be here. */
export type Bench = {
  /** In the order of docs/performance.md. `growth-…` makes a row each at 10 n and 100 n. */
  readonly names: readonly string[]
  run(scale: Scale, names: readonly string[]): Promise<Row[]>
  readonly whyNot?: () => Promise<string | null> | string | null
}

export const benches: readonly Bench[] = [
  { names: ['start', 'start-memory'], run: benchStart, whyNot: whyNoWindow },
  { names: ['rate', 'rate-floor'], run: benchRate },
  { names: ['power-cut'], run: benchPowerCut, whyNot: whyNoPowerCuts },
  { names: ['rate-seen'], run: benchSeen, whyNot: whyNoWindow },
  { names: ['attach-100mb', 'attach-100x2mb', 'save-out-100mb'], run: benchEvidence },
  { names: ['attach-memory'], run: benchAttachMemory, whyNot: whyNoMemory },
  { names: ['open-1gb'], run: benchOpen },
  {
    names: ['export-100', 'export-1k', 'export-10k', 'export-floor', 'stall', 'growth-export'],
    run: benchExport,
  },
  { names: ['review-44'], run: benchReview },
  { names: ['list-10k', 'growth-list'], run: benchList, whyNot: whyNoBrowser },
  { names: ['undo-1k'], run: benchUndo },
  { names: ['snapshot-100mb'], run: benchSnapshot },
  { names: ['hostile-xlsx', 'hostile-bomb'], run: benchHostile },
  { names: ['growth-open'], run: benchOpenGrowth },
  { names: ['growth-review'], run: benchReviewGrowth },
]

async function whyNoWindow(): Promise<string | null> {
  try {
    await testElectron()
    return null
  } catch (error) {
    return (error as Error).message
  }
}

function whyNoMemory(): string | null {
  return process.platform === 'linux' ? null : 'only Linux tells the most memory a process ever had'
}

function whyNoBrowser(): string | null {
  return chromiumPath() ? null : 'there is no Chromium'
}
