import { sep } from 'node:path'
import { expect, it } from 'vitest'
import { fileFor } from '../../../electron/main/page-files.ts'

const folder = ['', 'app', 'renderer'].join(sep)

it('DT23: an address of ours stands for a file of the page’s folder', () => {
  expect([
    fileFor('app://ninefold/', folder),
    fileFor('app://ninefold/index.html#/actions', folder),
    fileFor('app://ninefold/assets/page%20one.js', folder),
  ]).toEqual([
    [folder, 'index.html'].join(sep),
    [folder, 'index.html'].join(sep),
    [folder, 'assets', 'page one.js'].join(sep),
  ])
})

it.each([
  'app://ninefold/..%2f..%2fetc/passwd',
  'app://ninefold/%2e%2e%2fmain.cjs',
  'app://ninefold/..%5c..%5cmain.cjs',
  'app://ninefold/a%00.html',
  'app://ninefold/%E0%A4%A',
  'app://elsewhere/index.html',
  'app://ninefold/../renderer-other/x',
  'not an address',
])('DT23: %s stands for no file outside it', address => {
  const file = fileFor(address, folder)
  if (file !== null) expect(file.startsWith(folder + sep)).toBe(true)
  else expect(file).toBeNull()
})
