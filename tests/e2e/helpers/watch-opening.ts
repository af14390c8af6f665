import type { DesktopApp } from './desktop-app.ts'

/** Stands in for the programs of a desktop: notes what would have been opened and shown. */
export async function watchOpening({ app }: DesktopApp) {
  await app.evaluate(({ shell }) => {
    const seen = { opened: [] as string[], shown: [] as string[] }
    Object.assign(globalThis, { seen })
    Object.assign(shell, {
      openPath: (path: string) => Promise.resolve(seen.opened.push(path) ? '' : ''),
      showItemInFolder: (path: string) => void seen.shown.push(path),
    })
  })
  return () =>
    app.evaluate(() => (globalThis as unknown as { seen: { opened: string[]; shown: string[] } }).seen)
}
