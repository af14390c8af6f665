import { resolve } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { type Deps, realDeps } from '../../electron/engine/deps.ts'
import { createEngine } from '../../electron/engine/engine.ts'
import type { PlaceDeps } from '../../electron/engine/places/place-deps.ts'

/** A laptop: a working folder of its own, and one folder that it knows to be shared. */
export type Laptop = {
  readonly deps: Deps
  readonly working: string
  readonly who: { name: string; role: string }
}

/** A computer that sees `shared` as a network drive `N:`, never publishes by itself unless `more` says so. */
export function laptopWith(
  name: string,
  shared: string,
  more: Partial<PlaceDeps> & Pick<PlaceDeps, 'workingFolder'>,
): Laptop {
  const places: Partial<PlaceDeps> = {
    look: path => ({
      kind: resolve(path).startsWith(shared) ? 'network' : 'here',
      name: resolve(path).startsWith(shared) ? 'N:' : '',
      path: resolve(path),
      real: resolve(path),
    }),
    idleMs: 3_600_000,
    everyMs: 3_600_000,
    retryMs: 3_600_000,
    rest: 0,
    firstLookMs: 3_600_000,
    lookEveryMs: 3_600_000,
    ...more,
  }
  return { deps: { ...realDeps, places }, working: more.workingFolder, who: { name, role: '' } }
}

/** An engine on that laptop; `open` opens the shared workbook in it. */
export function engineOn({ deps, who }: Laptop) {
  const engine = createEngine(deps)
  const page = createRouterClient(engine.contract, { context: engine.context() })
  const shell = createRouterClient(engine.control, { context: engine.context() })
  return {
    engine,
    page,
    shell,
    who,
    open: (path: string) => shell.file.open({ path, who }),
    /** One edit that is acknowledged when this returns: a place of that name. */
    add: (name: string) => page.area.addPlace({ name }),
    place: () => engine.state.session!.place,
    async names() {
      const { rows } = await page.workbook.read()
      return rows.areas.filter(area => area.kind === 'place').map(area => area.name)
    },
    close: () => shell.file.close(),
  }
}
export type Opener = ReturnType<typeof engineOn>
