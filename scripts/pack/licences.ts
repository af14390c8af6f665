import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../root.ts'
import type { Contents } from './contents.ts'

/** A package that is shipped, whole or in part. */
export type Shipped = { readonly path: string; readonly name: string; readonly version: string }

/** Packages that are shipped as files and not bundled. */
export const AS_FILES = ['better-sqlite3', '@resvg/resvg-js'] as const

/** Texts of packages that came without one, as their authors publish them with the source. */
const kept = join(root, 'resources/licences')

const LINE = `\n${'='.repeat(78)}\n\n`

/** Every package something of which is shipped, by name. */
export function shippedPackages(contents: Contents): Shipped[] {
  const bundled = Object.values(contents).flatMap(({ parts }) => Object.keys(parts))
  const asFiles = AS_FILES.map(name => `node_modules/${name}`)
  const paths = [...new Set([...bundled, ...asFiles])].filter(path => path !== 'ours')
  return paths
    .map(path => {
      const { name, version } = JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'))
      return { path, name: name as string, version: version as string }
    })
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

/**
 * The licence texts of all that is shipped, and of Electron. Throws one sentence naming the packages that came without a
 * text, since they may not be handed on.
 */
export function licencesText(contents: Contents): string {
  const electron = { path: 'node_modules/electron', name: 'electron', version: versionOf('electron') }
  const all = [...shippedPackages(contents), electron].map(one => ({ ...one, text: textOf(one) }))
  const without = all.filter(({ text }) => !text).map(({ name, version }) => `${name} ${version}`)
  if (without.length > 0)
    throw new Error(
      `No licence text came with ${without.join(', ')}: put the text of its source into resources/licences/<name>.txt.`,
    )
  const parts = gathered(all.map(({ name, version, text }) => ({ title: `${name} ${version}`, text: text! })))
  return [
    'Ninefold is made with the packages below; each text stands under the names it belongs to.\n',
    'Electron brings Chromium, Node.js and what they are made of: see LICENSES.chromium.html beside the program.\n',
    ...parts.map(({ titles, text }) => `${LINE}${titles.join('\n')}\n\n${text}\n`),
  ].join('')
}

/** The same text is printed once, under all its names. */
function gathered(all: readonly { title: string; text: string }[]): { titles: string[]; text: string }[] {
  const byText = new Map<string, string[]>()
  for (const { title, text } of all) {
    const titles = byText.get(text) ?? []
    if (!titles.includes(title)) titles.push(title)
    byText.set(text, titles)
  }
  return [...byText].map(([text, titles]) => ({ titles, text }))
}

/** The licence as the package brings it: a file of its own, the end of its readme, or the text we keep. */
function textOf({ path, name }: Shipped): string | null {
  const folder = join(root, path)
  const files = readdirSync(folder).filter(file => /^(un)?licen[cs]e|^copying|^notice/i.test(file))
  const texts = files.sort().map(file => readFileSync(join(folder, file), 'utf8').trim())
  if (texts.length > 0) return texts.join('\n\n')
  const ours = join(kept, `${name.replace('/', '+')}.txt`)
  if (existsSync(ours)) return readFileSync(ours, 'utf8').trim()
  return fromReadme(folder)
}

function fromReadme(folder: string): string | null {
  const readme = readdirSync(folder).find(file => /^readme/i.test(file))
  if (!readme) return null
  const section = /^#+\s*licen[cs]e\s*$([\s\S]*)/im.exec(readFileSync(join(folder, readme), 'utf8'))?.[1]
  return section && /Permission (is hereby granted|to use)/.test(section) ? section.trim() : null
}

function versionOf(name: string): string {
  return JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')).version
}
