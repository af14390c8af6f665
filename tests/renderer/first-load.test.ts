import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { loadedBy } from '../../renderer/loaded-by.ts'
import { root } from '../../scripts/build.ts'

/** What no first screen shows. */
const LATER =
  /^shared\/pictures|^resources\/kit|^pkg:pdfjs|^pkg:marked|^pkg:zod|^docs\/|^renderer\/screens\/(?!overview\/|start\/)/

it.each(['overview/overview-screen.tsx', 'start/start-screen.tsx'])(
  'AB41: %s is shown without loading what only other screens need',
  screen => {
    const shells = ['renderer/boot/desktop-shell.ts', 'renderer/boot/browser-shell.ts']
    const files = ['renderer/boot/main.tsx', ...shells, `renderer/screens/${screen}`]
    expect(files.every(file => existsSync(join(root, file)))).toBe(true)
    const loaded = [...loadedBy(root, files)]
    expect(loaded.length).toBeGreaterThan(60)
    expect(loaded.filter(file => LATER.test(file))).toEqual([])
  },
)

it('AB41: opening a workbook does not load the framework that comes with the app', () => {
  const loaded = [
    ...loadedBy(root, [
      'renderer/boot/main.tsx',
      'renderer/boot/desktop-shell.ts',
      'renderer/screens/overview/overview-screen.tsx',
    ]),
  ]
  expect(loaded.filter(file => file.startsWith('resources/framework'))).toEqual([])
})
