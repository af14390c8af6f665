import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../scripts/build.ts'

const read = (path: string) => readFileSync(join(root, path), 'utf8')

describe('what docs/security.md says', () => {
  it('DT37: it names only rules that exist, and every row of Electron’s list', () => {
    const rules = globSync('docs/spec/*.md', { cwd: root }).map(read).join('\n')
    const named = [...read('docs/security.md').matchAll(/\b([A-Z]{2}\d+)\b/g)].map(match => match[1]!)
    expect(named.length).toBeGreaterThan(20)
    expect(named.filter(rule => !new RegExp(`\\b${rule}\\b`).test(rules))).toEqual([])
    const rows = [...read('docs/security.md').matchAll(/^\| (\d+) \|/gm)].map(match => Number(match[1]))
    expect(rows).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
  })

  it('DT37: no address is handed to another program', () => {
    const sources = globSync('{electron,renderer,shared}/**/*.{ts,tsx}', { cwd: root })
    expect(sources.length).toBeGreaterThan(300)
    expect(sources.filter(path => /openExternal|shell\.beep|<webview|allowpopups/.test(read(path)))).toEqual(
      [],
    )
  })

  it('DT37: Electron is above the floor of its known faults', () => {
    const { devDependencies } = JSON.parse(read('package.json')) as {
      devDependencies: Record<string, string>
    }
    const [major = 0, minor = 0, patch = 0] = devDependencies.electron!.split('.').map(Number)
    expect(major * 1e6 + minor * 1e3 + patch).toBeGreaterThanOrEqual(43_008_004)
  })
})
