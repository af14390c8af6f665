import { cpSync, globSync, mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Configuration } from 'electron-builder'
import { build } from './build.ts'
import { checkNode } from './check-node.ts'
import { type ElectronSource, electronToPack } from './pack/electron-source.ts'
import { setFuses } from './pack/fuses.ts'
import { drawIcons } from './pack/icons.ts'
import { makeInstallers } from './pack/installers.ts'
import { ensureNatives } from './pack/natives.ts'
import { stage } from './pack/stage.ts'
import { type Target, thisTarget } from './pack/targets.ts'
import { root } from './root.ts'

/** An unpacked app: its folder, and the settings of electron-builder it was made with. */
export type Unpacked = {
  readonly folder: string
  readonly config: Configuration
  readonly electron: ElectronSource
}

/**
 * Packs the app into an unpacked folder for one target of this platform and gives it. A build that is not stale is used as it is.
 * Throws one sentence when there is no Electron to pack around.
 */
export async function packageDir(options: {
  output: string
  target: Target
  electron: ElectronSource
  isFinal?: boolean
}): Promise<Unpacked> {
  const { output, target, electron } = options
  ensureNatives([target])
  await build({ quiet: true, ifStale: !options.isFinal })
  drawIcons()
  writeLicences()
  stage(join(root, 'dist/stage'), 'app', [target])
  const { build: pack } = await import('electron-builder')
  const config: Configuration = {
    extends: join(root, 'electron-builder.yml'),
    directories: { output },
    electronVersion: electron.version,
    ...(electron.home ? { electronDist: electron.home } : {}),
    mac: signing(),
    // The staged folder is whole: nothing is to be added from node_modules.
    beforeBuild: async () => false,
    afterPack: async ({ appOutDir, electronPlatformName }) => {
      // The Electron of the tests brings a folder that leads to our build, which the fuses make it pass over.
      rmSync(join(appOutDir, 'resources/app'), { recursive: true, force: true })
      if (electron.needsNode) putNodeBeside(join(appOutDir, 'resources/engine-under-node'), target)
      await setFuses(appOutDir, electronPlatformName)
    },
  }
  const platform = { linux: 'linux', darwin: 'mac', win32: 'win' }[target.platform]
  await pack({ projectDir: root, config, [platform]: ['dir'], [target.arch]: true, publish: 'never' })
  return { folder: join(output, unpackedName(target)), config, electron }
}

/**
 * A Mac starts only what is signed: by whoever publishes it, where electron-builder is told their certificate, or else for
 * itself alone, which the hardened runtime does not take.
 */
function signing(): Configuration['mac'] {
  const { CSC_LINK, CSC_NAME } = process.env
  return CSC_LINK || CSC_NAME ? {} : { identity: '-', hardenedRuntime: false }
}

/** The licence texts that lie beside the program. */
function writeLicences(): void {
  const folder = join(root, 'dist/licences')
  mkdirSync(folder, { recursive: true })
  cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE.txt'))
  cpSync(join(root, 'dist/renderer/licences.txt'), join(folder, 'THIRD-PARTY-LICENCES.txt'))
}

/**
 * For an Electron whose Node is too old: the engine as files, and the Node that npm brought. A link, since it is for this
 * computer only (docs/decisions/plain-node-engine.md).
 */
function putNodeBeside(folder: string, target: Target): void {
  stage(folder, 'engine', [target])
  symlinkSync(process.execPath, join(folder, 'node'))
  // The native modules are there once already.
  for (const path of globSync('node_modules/**/*.node', { cwd: folder })) {
    const module = join(folder, path)
    rmSync(module)
    symlinkSync(relative(dirname(module), join(folder, '../app.asar.unpacked', path)), module)
  }
}

/** The name electron-builder gives an unpacked folder. */
function unpackedName({ platform, arch }: Target): string {
  const name = { linux: 'linux', darwin: 'mac', win32: 'win' }[platform]
  const suffix = arch === 'x64' ? '' : `-${arch}`
  return platform === 'darwin' ? `${name}${suffix}` : `${name}${suffix}-unpacked`
}

async function main(): Promise<void> {
  checkNode()
  const { values } = parseArgs({
    options: {
      dir: { type: 'boolean' },
      electron: { type: 'string' },
      arch: { type: 'string' },
      // For a release: it is an error when anything is missing.
      all: { type: 'boolean' },
    },
  })
  const say = (line: string) => console.log(line)
  const electron = await electronToPack(
    values.electron ?? process.env.ELECTRON_DIST,
    values.dir === true,
    say,
  )
  const { platform } = thisTarget()
  const output = join(root, 'release')
  const wanted = values.arch
    ? [values.arch as Target['arch']]
    : archesFor(platform, electron, values.dir === true)
  for (const arch of wanted) {
    const made = await packageDir({ output, target: { platform, arch }, electron, isFinal: true })
    say(`unpacked app, around Electron ${electron.version}: ${relative(root, made.folder)}`)
    if (electron.needsNode)
      say('Its engine runs under the Node of this computer, since this Electron is too old for it.')
    if (values.dir) continue
    const missing = await makeInstallers(made, { platform, arch }, output, say)
    if (missing > 0 && values.all) process.exitCode = 1
  }
}

/** A Mac makes the packages of both processors; an Electron that was given is for one. */
function archesFor(
  platform: Target['platform'],
  electron: ElectronSource,
  isDir: boolean,
): readonly Target['arch'][] {
  return platform === 'darwin' && !electron.home && !isDir ? ['x64', 'arm64'] : [thisTarget().arch]
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await main().catch((error: Error) => {
    console.error(error.message)
    process.exitCode = 1
  })
