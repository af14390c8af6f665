import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../../scripts/build.ts'

/** Everything a file of the page loads before it runs, without what it asks for later. */
function loadedBy(...files: readonly string[]): string[] {
  const seen = new Set<string>()
  const visit = (file: string) => {
    if (seen.has(file)) return
    seen.add(file)
    if (!/\.tsx?$/.test(file)) return
    const text = readFileSync(join(root, file), 'utf8')
    for (const [, types, from] of text.matchAll(
      /^\s*(?:import|export)\s+(type\s+)?(?:[^'"]*?\sfrom\s+)?'([^']+)'/gm,
    )) {
      if (types) continue
      if (!from!.startsWith('.')) seen.add(`pkg:${from}`)
      else visit(relative(root, join(root, dirname(file), from!.replace(/\?.*$/, ''))))
    }
  }
  files.forEach(visit)
  return [...seen]
}

/** What no first screen shows. */
const LATER =
  /^shared\/pictures|^resources\/kit|^pkg:pdfjs|^pkg:marked|^docs\/|^renderer\/screens\/(?!overview\/|start\/)/

it.each(['overview/overview-screen.tsx', 'start/start-screen.tsx'])(
  'AB41: %s is shown without loading what only other screens need',
  screen => {
    const files = ['renderer/boot/main.tsx', 'renderer/boot/desktop-shell.ts', `renderer/screens/${screen}`]
    expect(files.every(file => existsSync(join(root, file)))).toBe(true)
    const loaded = loadedBy(...files)
    expect(loaded.length).toBeGreaterThan(60)
    expect(loaded.filter(file => LATER.test(file))).toEqual([])
  },
)

it('AB41: opening a workbook does not load the framework that comes with the app', () => {
  const loaded = loadedBy(
    'renderer/boot/main.tsx',
    'renderer/boot/desktop-shell.ts',
    'renderer/screens/overview/overview-screen.tsx',
  )
  expect(loaded.filter(file => file.startsWith('resources/framework'))).toEqual([])
})
