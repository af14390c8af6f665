import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { screens } from '../../../renderer/boot/frame/screens.ts'
import { root } from '../../../scripts/build.ts'

const read = (path: string) => readFileSync(join(root, path), 'utf8')

it('DT18: every command of the menu bar is one that the page registers', () => {
  const asked = [...read('electron/main/menu.ts').matchAll(/command\('[^']+', '([^']+)'/g)].map(
    found => found[1],
  )
  const page = globSync('renderer/{boot/frame,screens}/**/*.{ts,tsx}', { cwd: root }).map(read).join('\n')
  const isKnown = (id: string) => screens.some(screen => id === `go.${screen.id}`) || page.includes(`'${id}'`)
  expect(asked.length).toBeGreaterThan(15)
  expect(asked.filter(id => !isKnown(id!))).toEqual([])
})
