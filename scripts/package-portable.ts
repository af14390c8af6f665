import { chmodSync, copyFileSync, createWriteStream, globSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { build as bundle } from 'esbuild'
import { ZipFile } from 'yazl'
import { build } from './build.ts'
import { checkNode } from './check-node.ts'
import { ensureNatives } from './pack/natives.ts'
import { product, stage } from './pack/stage.ts'
import { TARGETS, type Target, thisTarget } from './pack/targets.ts'
import { root } from './root.ts'

/** Scripts that must be allowed to run where that is asked. macOS starts its own kind at a double click. */
const STARTERS = ['start-ninefold.sh', 'start-ninefold.command']

/**
 * Makes the folder that runs in a browser under a Node found on the computer, without Electron, for the targets given.
 * Works offline for this computer; the native packages of others are fetched once.
 */
export async function packagePortable(output: string, targets: readonly Target[]): Promise<string> {
  ensureNatives(targets)
  await build({ quiet: true, ifStale: true })
  const folder = join(output, `Ninefold-${product().version}-browser`)
  rmSync(folder, { recursive: true, force: true })
  const app = join(folder, 'app')
  stage(app, 'host', targets)
  // For any Node: an old one is to be told that it is.
  await bundle({
    entryPoints: [join(root, 'scripts/pack/portable-start.ts')],
    outfile: join(app, 'start.cjs'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node12',
    logLevel: 'warning',
  })
  const resources = join(root, 'resources/portable')
  for (const name of ['README.txt', 'start-ninefold.cmd', 'start-ninefold.sh'])
    copyFileSync(join(resources, name), join(folder, name))
  copyFileSync(join(resources, 'start-ninefold.sh'), join(folder, 'start-ninefold.command'))
  for (const name of STARTERS) chmodSync(join(folder, name), 0o755)
  copyFileSync(join(root, 'LICENSE'), join(folder, 'LICENSE.txt'))
  copyFileSync(join(root, 'dist/renderer/licences.txt'), join(folder, 'THIRD-PARTY-LICENCES.txt'))
  return folder
}

/** Packs a folder into a zip beside it, with the right to run where a file has it. */
export async function zipFolder(folder: string): Promise<string> {
  const zip = new ZipFile()
  const parent = join(folder, '..')
  const files = globSync('**', { cwd: folder, withFileTypes: true }).filter(entry => entry.isFile())
  for (const { parentPath, name } of files.sort((a, b) =>
    join(a.parentPath, a.name) < join(b.parentPath, b.name) ? -1 : 1,
  )) {
    const path = join(parentPath, name)
    zip.addFile(path, relative(parent, path).replaceAll('\\', '/'), {
      mode: STARTERS.includes(name) ? 0o100755 : 0o100644,
    })
  }
  zip.end()
  const to = `${folder}.zip`
  mkdirSync(parent, { recursive: true })
  await pipeline(zip.outputStream, createWriteStream(to))
  return to
}

async function main(): Promise<void> {
  checkNode()
  const isForAll = !process.argv.includes('--this-computer')
  let targets: readonly Target[] = isForAll ? TARGETS : [thisTarget()]
  try {
    ensureNatives(targets)
  } catch (error) {
    console.log(`${(error as Error).message} The folder is made for this kind of computer only.`)
    targets = [thisTarget()]
  }
  const folder = await packagePortable(join(root, 'release'), targets)
  const zip = await zipFolder(folder)
  console.log(
    `made: ${relative(root, folder)}, for ${targets.map(({ platform, arch }) => `${platform} ${arch}`).join(', ')}`,
  )
  console.log(`made: ${relative(root, zip)}, ${Math.round(statSync(zip).size / 1e6)} MB`)
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await main().catch((error: Error) => {
    console.error(error.message)
    process.exitCode = 1
  })
