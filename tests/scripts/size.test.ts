import { mkdirSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { build } from '../../scripts/build.ts'
import { type Contents, readContents } from '../../scripts/pack/contents.ts'
import { licencesText, shippedPackages } from '../../scripts/pack/licences.ts'
import { byPackage, FIRST_LOAD_LIMIT, firstLoad, laterLoad } from '../../scripts/pack/sizes.ts'
import { root } from '../../scripts/root.ts'
import { freshFolder } from '../helpers/engine.ts'

let contents: Contents
beforeAll(async () => {
  await build({ ifStale: true, quiet: true })
  contents = readContents()
}, 120_000)

it('PK7: the page loads at most 450 kB, gzipped, until its first screen shows', () => {
  const sent = firstLoad(contents).reduce((sum, { gzipped }) => sum + gzipped, 0)
  expect(sent).toBeGreaterThan(100_000)
  expect(sent).toBeLessThanOrEqual(FIRST_LOAD_LIMIT)
})

it('PK7: charts and the reader of PDF files come when they are first shown', () => {
  const first = firstLoad(contents)
  expect(Object.keys(byPackage(contents, first))).not.toContain('node_modules/pdfjs-dist')
  const sources = (files: typeof first) => files.flatMap(({ file }) => contents[file]?.ours ?? [])
  const isChart = (source: string) => /^shared\/pictures\/|^renderer\/screens\/picture\//.test(source)
  expect(sources(first).filter(isChart)).toEqual([])
  const later = laterLoad(contents)
  expect(Object.keys(byPackage(contents, later))).toContain('node_modules/pdfjs-dist')
  expect(sources(later).filter(isChart).length).toBeGreaterThan(5)
})

it('PK8: every package of which anything is shipped has its licence text, and Electron', () => {
  const text = licencesText(contents)
  const names = shippedPackages(contents).map(({ name }) => name)
  for (const name of ['react', 'react-dom', 'better-sqlite3', '@resvg/resvg-js', 'exceljs', 'zod', 'saxes'])
    expect(names).toContain(name)
  for (const name of [...names, 'electron']) expect(text).toContain(`\n${name} `)
})

it('PK8: a package without a text stops the build, by its name', () => {
  const folder = join(freshFolder(), 'bare')
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), '{ "name": "bare-package", "version": "1.2.3" }')
  const made = { 'electron/main.cjs': { parts: { [relative(root, folder)]: 10 } } }
  expect(() => licencesText(made)).toThrow(/^No licence text came with bare-package 1\.2\.3:/)
})
