import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileSystemOf, fileSystemOnMac } from './mounts.ts'
import { dropboxRoots, nextcloudRoots, registryRoots, SERVICE_OF_MARK, type SyncRoot } from './sync-roots.ts'

/** What this computer says of the place of a file: everything the rule in `recognise.ts` looks at, and nothing else. */
export type PlaceFacts = {
  readonly system: 'win32' | 'darwin' | 'linux'
  /** As it was given, absolute. */
  readonly path: string
  /** Its folder with every link and drive letter followed, and the file's name; the same as `path` when that fails. */
  readonly real: string
  readonly home: string
  /** The type of the file system it is on; `null` where the system does not tell. */
  readonly fileSystem: string | null
  /** Folders that programs on this computer say they keep in step. */
  readonly roots: readonly SyncRoot[]
  /** Names of marks that sync programs leave in the folders they keep, found in a folder above the file. */
  readonly marks: readonly string[]
}

/** Asks this computer about the place of a file, which need not be there. Never throws. */
export function gatherFacts(path: string): PlaceFacts {
  const full = resolve(path)
  const real = realOf(full)
  const system = systemHere()
  return {
    system,
    path: full,
    real,
    home: homedir(),
    fileSystem: fileSystemHere(system, full, real),
    roots: [...environmentRoots(), ...rootsOf(system)],
    marks: marksAbove(real),
  }
}

function systemHere(): PlaceFacts['system'] {
  const { platform } = process
  return platform === 'win32' || platform === 'darwin' ? platform : 'linux'
}

/** Of the folder: the file itself may be new, or a link that stands for a file kept elsewhere. */
function realOf(path: string): string {
  for (const known of [path, dirname(path)]) {
    try {
      // The native one follows a Windows drive letter to the share it stands for.
      const real = realpathSync.native(known)
      return known === path ? real : join(real, path.slice(known.length))
    } catch {}
  }
  return path
}

function fileSystemHere(system: PlaceFacts['system'], path: string, real: string): string | null {
  try {
    if (system === 'linux') return fileSystemOf(real, readFileSync('/proc/self/mountinfo', 'utf8'))
    if (system === 'darwin' && [path, real].some(one => /^\/(Volumes|Network|net)\//.test(one)))
      return fileSystemOnMac(real, run('/sbin/mount', []))
  } catch {}
  return null
}

function environmentRoots(): SyncRoot[] {
  const { env } = process
  const folders = [env.OneDrive, env.OneDriveCommercial, env.OneDriveConsumer]
  return folders.flatMap(folder => (folder ? [{ service: 'OneDrive', folder }] : []))
}

let known: readonly SyncRoot[] | null = null
let knownAt = 0

/** Kept for a minute: asking the registry takes longer than opening a workbook. */
function rootsOf(system: PlaceFacts['system']): readonly SyncRoot[] {
  if (known && Date.now() - knownAt < 60_000) return known
  known = findRoots(system)
  knownAt = Date.now()
  return known
}

function findRoots(system: PlaceFacts['system']): SyncRoot[] {
  const home = homedir()
  const { APPDATA: roaming = '', LOCALAPPDATA: local = '' } = process.env
  const dropbox =
    system === 'win32' ? [join(roaming, 'Dropbox'), join(local, 'Dropbox')] : [join(home, '.dropbox')]
  const nextcloud = {
    win32: join(roaming, 'Nextcloud'),
    darwin: join(home, 'Library/Preferences/Nextcloud'),
    linux: join(process.env.XDG_CONFIG_HOME ?? join(home, '.config'), 'Nextcloud'),
  }[system]
  return [
    ...dropbox.flatMap(folder => dropboxRoots(textOf(join(folder, 'info.json')))),
    ...nextcloudRoots(textOf(join(nextcloud, 'nextcloud.cfg'))),
    ...(system === 'win32' ? windowsRoots() : []),
    ...(system === 'darwin' ? macRoots(home) : []),
  ]
}

function windowsRoots(): SyncRoot[] {
  const places = [
    'HKCU\\Software\\SyncEngines\\Providers\\OneDrive',
    'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Explorer\\SyncRootManager',
  ]
  return places.flatMap(place => {
    try {
      return registryRoots(run('reg.exe', ['query', place, '/s']))
    } catch {
      return []
    }
  })
}

/** With "Desktop and Documents folders" on, iCloud keeps those two and shows them under its own folder. */
function macRoots(home: string): SyncRoot[] {
  const drive = join(home, 'Library/Mobile Documents/com~apple~CloudDocs')
  return ['Desktop', 'Documents'].flatMap(name =>
    existsSync(join(drive, name)) ? [{ service: 'iCloud Drive', folder: join(home, name) }] : [],
  )
}

function marksAbove(path: string): string[] {
  const found = new Set<string>()
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    for (const mark of Object.keys(SERVICE_OF_MARK)) if (existsSync(join(folder, mark))) found.add(mark)
    if (folder === dirname(folder)) return [...found]
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function run(program: string, args: readonly string[]): string {
  return execFileSync(program, args, {
    encoding: 'utf8',
    timeout: 3000,
    windowsHide: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
}
