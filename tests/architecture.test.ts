import { globSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
const SOURCES = ['shared', 'electron', 'renderer', 'scripts']

/**
 * Who may import whom (docs/architecture.md). The longest folder that holds a file decides. A folder may always import
 * from itself and below.
 */
const ALLOWED: Record<string, readonly string[]> = {
  shared: [],
  'shared/model': [],
  'shared/contract': ['shared/model', 'shared/text/fault-places.ts'],
  'shared/rules': ['shared/model', 'shared/text'],
  'shared/text': ['shared/model', 'shared/rules'],
  'shared/pictures': ['shared/model', 'shared/rules', 'shared/text'],
  'electron/kept': ['shared', 'electron/log'],
  // The log knows none of what it is told of.
  'electron/log': ['shared'],
  'electron/engine': ['shared', 'resources', 'electron/log'],
  'electron/engine/store': ['shared/model', 'shared/text', 'electron/engine/trouble.ts'],
  'electron/engine/exchange': ['shared', 'electron/log', 'electron/engine'],
  'electron/engine/handlers': ['shared', 'electron/engine'],
  // Both ends of one pipe share what goes through it.
  'electron/main': ['shared', 'electron/kept', 'electron/log', 'electron/engine/fork-channel.ts'],
  'electron/preload': ['shared'],
  'electron/host': ['shared', 'electron/kept', 'electron/log', 'electron/engine'],
  'electron/cli': ['shared', 'electron/log', 'electron/engine', 'electron/host'],
  // The build of the page.
  renderer: ['shared/rules'],
  'renderer/boot': ['shared', 'renderer', 'resources'],
  'renderer/state': ['shared', 'renderer/boot/shell.ts'],
  'renderer/commands': ['shared', 'renderer/state', 'renderer/components', 'renderer/boot/shell.ts'],
  'renderer/components': ['shared', 'renderer/styles', 'renderer/state', 'renderer/boot/shell.ts'],
  'renderer/screens': [
    'shared',
    'renderer/components',
    'renderer/state',
    'renderer/commands',
    'renderer/boot/shell.ts',
    'resources',
    'docs/guide',
  ],
  'renderer/styles': [],
  scripts: ['shared', 'electron/engine/node-version.ts'],
}

/** Packages each runtime may use. A new one is added here on purpose, with a decision record. */
const PACKAGES: Record<string, readonly string[]> = {
  shared: ['zod', '@orpc/contract'],
  electron: [
    '@orpc/client',
    '@orpc/contract',
    '@orpc/server',
    '@resvg/resvg-js',
    'age-encryption',
    'better-sqlite3',
    'commander',
    'electron',
    'electron-log',
    'exceljs',
    'libphonenumber-js',
    'numfmt',
    'postcode',
    'saxes',
    'yauzl',
    'yazl',
    'zod',
  ],
  renderer: [
    '@internationalized/date',
    '@orpc/client',
    '@orpc/contract',
    '@vitejs/plugin-react',
    'marked',
    'pdfjs-dist',
    'react',
    'react-aria-components',
    'react-dom',
    'vite',
    'zustand',
  ],
  scripts: [
    '@electron/fuses',
    '@resvg/resvg-js',
    'electron',
    'electron-builder',
    'esbuild',
    'playwright-core',
    'vite',
    'yazl',
  ],
}

type Import = { readonly file: string; readonly target: string; readonly isTypeOnly: boolean }

const files = SOURCES.flatMap(folder =>
  globSync(`${folder}/**/*.{ts,tsx,css}`, { cwd: ROOT }).map(file => file.replaceAll('\\', '/')),
)
const imports = files.flatMap(importsOf)

describe('layers', () => {
  it('every import is one the table allows', () => {
    const wrong = imports
      .filter(({ target }) => target.includes('/') && !target.startsWith('pkg:'))
      .filter(isForbidden)
    expect(
      wrong.map(describeImport),
      'Move the code, or change the table in tests/architecture.test.ts on purpose',
    ).toEqual([])
  })

  it('no screen imports another screen', () => {
    const screenOf = (path: string) => /^renderer\/screens\/([^/]+)\//.exec(path)?.[1]
    const wrong = imports.filter(({ file, target }) => {
      const [from, to] = [screenOf(file), screenOf(target)]
      return from && to && from !== to
    })
    expect(wrong.map(describeImport), 'Share it through renderer/components or shared').toEqual([])
  })

  it('no file imports itself in a circle', () => {
    expect(findCycle(), 'Break the circle by moving what both need into a third file').toEqual([])
  })

  it('only listed packages are used', () => {
    const wrong = imports.filter(({ file, target }) => {
      if (!target.startsWith('pkg:')) return false
      const name = target.slice(4)
      return !PACKAGES[file.split('/')[0]!]!.includes(name)
    })
    expect(
      wrong.map(describeImport),
      'List the package in tests/architecture.test.ts and say why in docs/decisions',
    ).toEqual([])
  })

  it('shared code knows no runtime: no Node, DOM or Electron', () => {
    const wrong = imports.filter(
      ({ file, target }) => file.startsWith('shared/') && target.startsWith('node:'),
    )
    expect(wrong.map(describeImport)).toEqual([])
  })

  it('only exchange knows exceljs', () => {
    const wrong = imports.filter(
      ({ file, target }) => target === 'pkg:exceljs' && !file.startsWith('electron/engine/exchange/'),
    )
    expect(wrong.map(describeImport)).toEqual([])
  })
})

describe('size', () => {
  const all = files.map(file => ({ file, lines: readFileSync(join(ROOT, file), 'utf8').split('\n').length }))
  const sizes = all.filter(({ file }) => !file.endsWith('.css'))

  it('no file is over 400 lines, and no style sheet', () => {
    expect(
      all.filter(({ lines }) => lines > 400),
      'Split it by what its parts are about',
    ).toEqual([])
  })

  it('the median file is at most 100 lines', () => {
    const sorted = sizes.map(({ lines }) => lines).sort((a, b) => a - b)
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(100)
  })
})

function importsOf(file: string): Import[] {
  const text = readFileSync(join(ROOT, file), 'utf8')
  const pattern = /^\s*(?:import|export)\s+(type\s+)?(?:[^'"]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm
  return [...text.matchAll(pattern)].map(match => ({
    file,
    target: targetOf(file, (match[2] ?? match[3])!),
    isTypeOnly: match[1] !== undefined,
  }))
}

function targetOf(file: string, specifier: string): string {
  if (specifier.startsWith('.')) {
    return relative(ROOT, join(ROOT, dirname(file), specifier.replace(/\?.*$/, ''))).replaceAll('\\', '/')
  }
  if (specifier.startsWith('node:') || builtinModules.includes(specifier))
    return `node:${specifier.replace('node:', '')}`
  const parts = specifier.split('/')
  return `pkg:${specifier.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0]}`
}

function isForbidden({ file, target }: Import): boolean {
  if (target.startsWith('node:') || target === 'package.json') return false
  const home = homeOf(file)
  if (!home) return true
  if (home === homeOf(target) || target.startsWith(`${home}/`)) return false
  return !ALLOWED[home]!.some(folder => target === folder || target.startsWith(`${folder}/`))
}

function homeOf(path: string): string | undefined {
  const homes = Object.keys(ALLOWED).filter(folder => path.startsWith(`${folder}/`))
  return homes.sort((a, b) => b.length - a.length)[0]
}

/** Imports of types alone vanish when the code is built, so they make no circle. */
function findCycle(): string[] {
  const next = new Map<string, string[]>()
  for (const { file, target, isTypeOnly } of imports) {
    if (!isTypeOnly) next.set(file, [...(next.get(file) ?? []), target])
  }
  const done = new Set<string>()
  function visit(file: string, path: readonly string[]): string[] {
    const start = path.indexOf(file)
    if (start >= 0) return [...path.slice(start), file]
    if (done.has(file)) return []
    for (const target of next.get(file) ?? []) {
      const cycle = visit(target, [...path, file])
      if (cycle.length > 0) return cycle
    }
    done.add(file)
    return []
  }
  return files.map(file => visit(file, [])).find(cycle => cycle.length > 0) ?? []
}

function describeImport({ file, target }: Import): string {
  return `${file} → ${target}`
}
