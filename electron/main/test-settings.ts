import { app } from 'electron'

type TestSetting =
  /** A Node to run the engine under, where Electron's own is too old. */
  | 'NINEFOLD_ENGINE_NODE'
  /** Another engine to start: one over a stand-in store. */
  | 'NINEFOLD_ENGINE_ENTRY'
  /** Another folder to serve the page from. */
  | 'NINEFOLD_PAGE_FOLDER'

/** A setting that only tests use. A packed app hears none of them. */
export function testSetting(name: TestSetting): string | undefined {
  return app.isPackaged ? undefined : process.env[name]
}
