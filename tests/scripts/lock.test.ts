import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const read = (name: string) => JSON.parse(readFileSync(join(root, name), 'utf8'))

it('DT33: npm ci builds nothing: write "gypfile": false into the lock entry of better-sqlite3 again (docs/decisions/packages.md)', () => {
  expect(read('package-lock.json').packages['node_modules/better-sqlite3'].gypfile).toBe(false)
})

it('DT33: every package with an install script is listed as allowed or not', () => {
  const { packages } = read('package-lock.json') as {
    packages: Record<string, { hasInstallScript?: boolean; optional?: boolean }>
  }
  const withScripts = Object.keys(packages)
    .filter(path => packages[path]!.hasInstallScript)
    .map(path => path.replace(/^.*node_modules\//, ''))
  const decided = Object.keys(read('package.json').allowScripts)
  expect(withScripts.filter(name => !decided.includes(name))).toEqual([])
})

it('DT33: the lock says what to install and not from where, so that any registry will do', () => {
  expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.toContain('"resolved"')
})
