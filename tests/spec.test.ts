import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const index = read('docs/spec.md')

const defined = globSync('docs/spec/*.md', { cwd: ROOT }).flatMap(file =>
  [...read(file).matchAll(/^- \**([A-Z]{2}\d+)\b/gm)].map(match => match[1]!),
)

/** Whatever stands before the colon in the name of a test, such as `CM1 CM4: keys take back and bring again`. */
const quoted = new Set(
  globSync('tests/**/*.test.{ts,tsx}', { cwd: ROOT })
    .filter(file => file !== join('tests', 'spec.test.ts'))
    .flatMap(file => [...read(file).matchAll(/['"`]((?:[A-Z]{2}\d+ )*[A-Z]{2}\d+):/g)])
    .flatMap(match => match[1]!.split(' ')),
)

it('no rule has the number of another', () => {
  expect(defined.filter((id, at) => defined.indexOf(id) !== at)).toEqual([])
})

it('every rule that a test quotes is written down', () => {
  expect([...quoted].filter(id => !defined.includes(id)).sort(), 'Write the rule in docs/spec first').toEqual(
    [],
  )
})

it('every rule is quoted by a test, or docs/spec.md says that it is not', () => {
  const without = index.slice(index.indexOf('## Rules that no test quotes yet'))
  const told = [...without.matchAll(/\b[A-Z]{2}\d+\b/g)].map(match => match[0])
  const missing = defined.filter(id => !quoted.has(id) && !told.includes(id))
  expect(missing, 'Quote the rule in a test, or list it at the foot of docs/spec.md').toEqual([])
})

it('the index names every area of rules', () => {
  const table = index.slice(0, index.indexOf('## Rules that no test quotes yet'))
  const areas = [...new Set(defined.map(id => id.slice(0, 2)))]
  expect(areas.filter(area => !new RegExp(`\\b${area}\\b`).test(table))).toEqual([])
})
