import { execFileSync } from 'node:child_process'
import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Unpacked } from '../package.ts'
import { root } from '../root.ts'
import { canMakeDeb, makeDeb } from './deb.ts'
import { writeLinuxEntries } from './linux-entries.ts'
import { canFetchElectron } from './reach.ts'
import { product } from './stage.ts'
import type { Target } from './targets.ts'

type Installer = {
  readonly what: string
  /** Why this computer cannot make it, as the end of a sentence, or null. */
  whyNot(): Promise<string | null>
  make(): Promise<void>
}

const NO_TOOLS = 'its tools come from github.com, which cannot be reached from here'

/** Makes the installers of an unpacked app, and says of each that it was made or why not. Gives how many were not. */
export async function makeInstallers(
  made: Unpacked,
  target: Target,
  output: string,
  say: (line: string) => void,
): Promise<number> {
  let missing = 0
  for (const { what, whyNot, make } of installersOf(made, target, output)) {
    const why = await whyNot()
    const problem = why ?? (await make().then(() => null, firstLine))
    if (problem) missing++
    say(problem ? `not made: ${what}, because ${problem}` : `made: ${what}`)
  }
  for (const name of readdirSync(output).filter(file => /^Ninefold-.*\.(exe|dmg|AppImage|deb)$/.test(file)))
    say(`release/${name}, ${Math.round(statSync(join(output, name)).size / 1e6)} MB`)
  return missing
}

function installersOf(made: Unpacked, target: Target, output: string): Installer[] {
  const withTools = async () => ((await canFetchElectron()) ? null : NO_TOOLS)
  if (target.platform === 'win32')
    return ['nsis', 'portable'].map(kind => ({
      what: kind === 'nsis' ? 'the Windows installer' : 'the Windows program that needs no installing',
      whyNot: withTools,
      make: () => pack(made, target, { win: [kind] }),
    }))
  if (target.platform === 'darwin')
    return [
      {
        what: `the disk image for ${target.arch === 'arm64' ? 'Apple' : 'Intel'} processors`,
        whyNot: withTools,
        make: () => pack(made, target, { mac: ['dmg'] }),
      },
    ]
  const deb = join(output, `Ninefold-${product().version}-linux-${target.arch}${markOf(made)}.deb`)
  return [
    {
      what: 'the Debian package',
      whyNot: async () => (canMakeDeb() ? null : 'dpkg-deb is not installed'),
      make: async () => makeDeb(made.folder, deb, target.arch, made.electron.needsNode ? 'quickly' : 'well'),
    },
    {
      what: 'the AppImage',
      // electron-builder takes its tools from this folder where it is set.
      whyNot: async () => (process.env.APPIMAGE_TOOLS_PATH ? null : withTools()),
      make: () => appImage(made, target),
    },
  ]
}

/** The desktop of whoever integrates an AppImage finds the icon of workbooks inside it. */
async function appImage(made: Unpacked, target: Target): Promise<void> {
  const folder = join(root, 'dist/app-image')
  rmSync(folder, { recursive: true, force: true })
  execFileSync('cp', ['-a', made.folder, folder])
  writeLinuxEntries(join(folder, 'usr'))
  await pack({ ...made, folder }, target, { linux: ['AppImage'] })
  rmSync(folder, { recursive: true })
}

async function pack(made: Unpacked, target: Target, targets: Record<string, string[]>): Promise<void> {
  const { build } = await import('electron-builder')
  const isMac = target.platform === 'darwin'
  const prepackaged = isMac ? join(made.folder, 'Ninefold.app') : made.folder
  const options = { projectDir: root, config: made.config, prepackaged, publish: 'never' as const }
  await build({ ...options, ...targets, [target.arch]: true })
}

/** An installer around another Electron than the one users get says so in its name. */
function markOf({ electron }: Unpacked): string {
  return electron.needsNode ? `-trial-electron-${electron.version}` : ''
}

function firstLine(error: Error): string {
  return error.message.split('\n')[0]!
}
