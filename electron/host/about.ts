import { statSync } from 'node:fs'
import type { AboutApp, SupportFacts } from '../../shared/contract/about.ts'
import { APP_VERSION } from '../../shared/text/app-version.ts'
import { MOST_LOG_LINES } from '../../shared/text/log-line.ts'
import { realDeps } from '../engine/deps.ts'
import { engineFacts } from '../engine/engine-facts.ts'
import { placeDepsOf, settingsFolder } from '../engine/places/place-deps.ts'
import { lastLogLines } from '../log/last-lines.ts'
import { computerFacts, systemWords } from '../log/system.ts'
import { logFolder } from './log-folder.ts'
import type { Workbooks } from './workbooks.ts'

/** What the host says of itself. The page adds the browser. */
export function hostAbout(workbooks: Workbooks): AboutApp {
  const { node, sqlite, ...writes } = engineFacts()
  return {
    version: APP_VERSION,
    runsOn: [
      { name: 'Node', version: node },
      { name: 'SQLite', version: sqlite },
    ],
    system: systemWords(),
    ...writes,
    places: [
      { id: 'workbook', where: workbooks.where },
      { id: 'settings', where: workbooks.describe(settingsFolder()) },
      { id: 'log', where: workbooks.describe(logFolder()) },
      { id: 'working', where: workbooks.describe(placeDepsOf(realDeps).workingFolder) },
    ],
  }
}

/** What the host adds to the details for support; `id`: of the workbook the page shows, if it shows one. */
export function hostSupport(workbooks: Workbooks, id: string | null): SupportFacts {
  const { places: _, ...about } = hostAbout(workbooks)
  const path = id === null ? null : (workbooks.find(id)?.engine.state.session?.path ?? null)
  return {
    about,
    ...computerFacts(),
    workbookSize: (path && statSync(path, { throwIfNoEntry: false })?.size) || null,
    logLines: lastLogLines(logFolder(), MOST_LOG_LINES),
  }
}
