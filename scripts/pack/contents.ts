import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Metafile } from 'esbuild'
import type { Plugin } from 'vite'
import { root } from '../root.ts'

/** What one built file is made of. */
export type FileContents = {
  /** Characters of each part before it was made small: packages by their path, `ours` for the rest. */
  readonly parts: Readonly<Record<string, number>>
  /** Of the page only: chunks loaded with this one, and chunks it loads when they are wanted. */
  readonly imports?: readonly string[]
  readonly later?: readonly string[]
  readonly styles?: readonly string[]
  /** The source this chunk was made for, and our own sources in it. */
  readonly source?: string
  readonly ours?: readonly string[]
}

/** Built files by their path in `dist`. */
export type Contents = Readonly<Record<string, FileContents>>

const path = join(root, 'dist/contents.json')

/** What the last build was made of. */
export function readContents(): Contents {
  if (!existsSync(path)) throw new Error('There is no build yet. Run npm run build first.')
  return JSON.parse(readFileSync(path, 'utf8')) as Contents
}

/** Keeps what a build was made of, for the licences and for `npm run size`. */
export function writeContents(contents: Contents): void {
  writeFileSync(path, `${JSON.stringify(contents, null, 1)}\n`)
}

/** What an esbuild output is made of. */
export function contentsOfBundle(metafile: Metafile): FileContents {
  const parts: Record<string, number> = {}
  for (const { inputs } of Object.values(metafile.outputs))
    for (const [input, { bytesInOutput }] of Object.entries(inputs)) add(parts, input, bytesInOutput)
  return { parts }
}

/** A plugin that tells what the chunks of the page are made of. */
export function tellContents(tell: (file: string, contents: FileContents) => void): Plugin {
  return {
    name: 'ninefold-contents',
    writeBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue
        const parts: Record<string, number> = {}
        for (const [id, { renderedLength }] of Object.entries(chunk.modules)) add(parts, id, renderedLength)
        const styles = [...(chunk.viteMetadata?.importedCss ?? [])]
        tell(`renderer/${chunk.fileName}`, {
          parts,
          imports: chunk.imports.map(name => `renderer/${name}`),
          later: chunk.dynamicImports.map(name => `renderer/${name}`),
          ours: Object.keys(chunk.modules)
            .filter(id => partOf(id) === 'ours')
            .map(sourceOf),
          styles: styles.map(name => `renderer/${name}`),
          ...(chunk.facadeModuleId ? { source: sourceOf(chunk.facadeModuleId) } : {}),
        })
      }
    },
  }
}

/** `node_modules/a/node_modules/b` of a file of package b, `ours` of everything else. */
function partOf(file: string): string {
  const inModules = /node_modules\/.*$/.exec(file.replaceAll('\\', '/'))?.[0]
  if (!inModules) return 'ours'
  return /^(?:.*node_modules\/)(?:@[^/]+\/)?[^/]+/.exec(inModules)![0]
}

function add(parts: Record<string, number>, file: string, bytes: number): void {
  if (bytes === 0) return
  const part = partOf(file)
  parts[part] = (parts[part] ?? 0) + bytes
}

function sourceOf(id: string): string {
  return id
    .replaceAll('\\', '/')
    .replace(`${root.replaceAll('\\', '/')}/`, '')
    .replace(/\?.*$/, '')
}
