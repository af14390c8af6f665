import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../root.ts'
import type { Target } from './targets.ts'

/** A file of a native package: where it lies here, and where it belongs in `node_modules`. */
export type NativeFile = { readonly from: string; readonly to: string }

const installed = join(root, 'node_modules')

/** Native packages of other computers than this one: npm installs only this one's. */
const fetched = join(root, '.cache/natives')

/** The native module of the database and of the drawing of one target. `ensureNatives` sees to it that they are there. */
export function nativeFiles(target: Target): NativeFile[] {
  const { platform, arch } = target
  const drawing = drawingPackage(target)
  const home = homeOf(drawing)
  const files = globSync(['*.node', 'package.json'], { cwd: home })
  const database = `better-sqlite3/prebuilds/${platform}-${arch}.node`
  return [
    { from: join(installed, database), to: database },
    ...files.sort().map(name => ({ from: join(home, name), to: `${drawing}/${name}` })),
  ]
}

/** Fetches the native packages of targets that npm did not install here, each against the sum in the lock file. */
export function ensureNatives(targets: readonly Target[]): void {
  for (const target of targets) {
    const name = drawingPackage(target)
    if (!existsSync(join(homeOf(name), 'package.json'))) fetchPackage(name)
  }
}

/** SHA-256 of every native module an app may load, by its path in `node_modules` (electron/engine/native-modules.ts). */
export function nativeSums(): Record<string, string> {
  const found = [installed, fetched].flatMap(folder =>
    globSync(['better-sqlite3/prebuilds/*.node', '@resvg/*/*.node'], { cwd: folder }).map(path => ({
      path: path.replaceAll('\\', '/'),
      from: join(folder, path),
    })),
  )
  found.sort((a, b) => (a.path < b.path ? -1 : 1))
  return Object.fromEntries(
    found.map(({ path, from }) => [path, createHash('sha256').update(readFileSync(from)).digest('hex')]),
  )
}

function drawingPackage({ platform, arch }: Target): string {
  const kind = { linux: '-gnu', darwin: '', win32: '-msvc' }[platform]
  return `@resvg/resvg-js-${platform}-${arch}${kind}`
}

function homeOf(name: string): string {
  const here = join(installed, name)
  return existsSync(here) ? here : join(fetched, name)
}

function fetchPackage(name: string): void {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { version: string; integrity: string }>
  }
  const { version, integrity } = packages[`node_modules/${name}`]!
  const home = join(fetched, name)
  mkdirSync(home, { recursive: true })
  let archive: string
  try {
    // One line, so that a shell, which npm needs on Windows, has nothing to take apart.
    const said = execFileSync(`npm pack ${name}@${version} --silent --pack-destination .`, {
      cwd: home,
      encoding: 'utf8',
      shell: true,
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 120_000,
    })
    archive = said.trim().split('\n').at(-1)!
  } catch {
    rmSync(home, { recursive: true, force: true })
    throw new Error(`${name}@${version}, which a package for that computer needs, could not be fetched.`)
  }
  const sum = createHash('sha512')
    .update(readFileSync(join(home, archive)))
    .digest('base64')
  if (`sha512-${sum}` !== integrity) {
    rmSync(home, { recursive: true, force: true })
    throw new Error(`${name}@${version} is not what package-lock.json says it is, and was deleted.`)
  }
  execFileSync('tar', ['-xzf', archive, '--strip-components=1'], { cwd: home, stdio: 'ignore' })
  rmSync(join(home, archive))
}
