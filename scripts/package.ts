import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses'
import { Resvg } from '@resvg/resvg-js'
import type { AfterPackContext, Configuration } from 'electron-builder'
import { build, root } from './build.ts'

const ICON_PIXELS = 1024

/**
 * Packs the app: installers for this platform, or with `dir` the unpacked folder. `electron` packs around another
 * Electron than the one in package.json, which only tests do.
 */
export async function packageApp(options: {
  dir?: boolean
  output?: string
  electron?: { home: string; version: string }
  forTests?: boolean
}): Promise<void> {
  await build({ forTests: options.forTests, quiet: true })
  const { build: pack } = await import('electron-builder')
  const { electron } = options
  const config: Configuration = {
    extends: join(root, 'electron-builder.yml'),
    icon: drawIcon(),
    afterPack: setFuses,
    ...(options.output ? { directories: { output: options.output } } : {}),
    ...(electron ? { electronDist: electron.home, electronVersion: electron.version } : {}),
  }
  await pack({ projectDir: root, config, ...(options.dir ? { dir: true } : {}), publish: 'never' })
}

/** electron-builder makes each platform's icon from one large PNG. */
function drawIcon(): string {
  const svg = readFileSync(join(root, 'resources/icons/icon.svg'))
  const folder = join(root, 'dist/icons')
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'icon.png')
  const picture = new Resvg(svg, { fitTo: { mode: 'width', value: ICON_PIXELS } }).render()
  writeFileSync(path, picture.asPng())
  return path
}

/** Each of Electron's fuses, set on purpose. */
const FUSES = {
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  [FuseV1Options.WasmTrapHandlers]: true,
} as const

/** Sets every fuse this Electron has; the old one of the tests lacks the newest two. */
async function setFuses({ appOutDir, electronPlatformName, packager }: AfterPackContext): Promise<void> {
  const name = packager.appInfo.productFilename
  const executables: Record<string, string> = {
    darwin: `${name}.app`,
    win32: `${name}.exe`,
    linux: 'ninefold',
  }
  const executable = join(appOutDir, executables[electronPlatformName]!)
  const wire: Record<string, unknown> = await getCurrentFuseWire(executable)
  await flipFuses(executable, {
    version: FuseVersion.V1,
    resetAdHocDarwinSignature: electronPlatformName === 'darwin',
    ...Object.fromEntries(Object.entries(FUSES).filter(([fuse]) => fuse in wire)),
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await packageApp({ dir: process.argv.includes('--dir') })
