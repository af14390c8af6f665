import { posix, win32 } from 'node:path'
import type { PlaceKind } from '../../../shared/model/place.ts'
import type { PlaceFacts } from './facts.ts'
import { isLocalFileSystem } from './mounts.ts'
import { SERVICE_OF_MARK } from './sync-roots.ts'

/** Where a file lies, and what people call that place. */
export type Recognised = { readonly kind: PlaceKind; readonly name: string }

const HERE: Recognised = { kind: 'here', name: '' }
const NETWORK = 'the network drive'

/** Tells a disk of this computer from a folder that is synchronised and from a network drive, on all three systems. */
export function recognise(facts: PlaceFacts): Recognised {
  return syncedByItsRoot(facts) ?? network(facts) ?? syncedByItsName(facts) ?? syncedByAMark(facts) ?? HERE
}

function syncedByItsRoot(facts: PlaceFacts): Recognised | null {
  const root = facts.roots.find(({ folder }) =>
    [facts.path, facts.real].some(path => isInside(path, folder, facts)),
  )
  return root ? sync(root.service === 'OneDrive' && isSharePoint(facts) ? 'SharePoint' : root.service) : null
}

function network({ system, path, real, fileSystem }: PlaceFacts): Recognised | null {
  if (system === 'win32') {
    const drive = /^[a-z]:/i.exec(path)?.[0].toUpperCase()
    if (isShare(path) || isShare(real))
      return /\.sharepoint\.com(@|\\)/i.test(real) ? sync('SharePoint') : onNetwork(drive ?? NETWORK)
    return null
  }
  if (fileSystem && !isLocalFileSystem(fileSystem)) {
    const service = Object.entries(MOUNTED).find(([, pattern]) => pattern.test(fileSystem))?.[0]
    return service ? sync(service) : onNetwork(NETWORK)
  }
  return null
}

/** Drives of a cloud that are mounted rather than kept in step. */
const MOUNTED = { 'Google Drive': /google|drivefs/i, OneDrive: /onedrive/i } as const

/** Folders that sync programs make in a home folder, under the names they give them. */
const AT_HOME: readonly (readonly [service: string, name: RegExp])[] = [
  ['OneDrive', /^OneDrive$/i],
  ['Dropbox', /^Dropbox( \(.+\))?$/i],
  ['iCloud Drive', /^iCloud ?Drive$/i],
  ['Google Drive', /^(Google ?Drive|My Drive)$/i],
  ['Box', /^Box( Sync)?$/i],
  ['Nextcloud', /^Nextcloud\d*$/i],
  ['ownCloud', /^ownCloud\d*$/i],
  ['Proton Drive', /^Proton ?Drive$/i],
]

/** What stands at the top of the drive that Google's program shows. */
const GOOGLE_TOP = /^(My Drive|Shared drives)$/i

/** In macOS, sync programs must keep their files here: `OneDrive-NorthmoorCouncil`, `Dropbox`, `GoogleDrive-sam@…`, `Box-Box`. */
const MAC_CLOUDS: readonly (readonly [service: string, name: RegExp])[] = [
  ['SharePoint', /^OneDrive-SharedLibraries/i],
  ['OneDrive', /^OneDrive/i],
  ['Dropbox', /^Dropbox/i],
  ['Google Drive', /^GoogleDrive/i],
  ['Box', /^Box/i],
  ['Nextcloud', /^Nextcloud/i],
]

function syncedByItsName(facts: PlaceFacts): Recognised | null {
  for (const path of [facts.path, facts.real]) {
    const folders = foldersOf(path, facts)
    if (isSharePoint(facts)) return sync('SharePoint')
    if (folders.some(name => /^OneDrive - ./i.test(name))) return sync('OneDrive')
    const top = topFolder(path, facts)
    const named = top === null ? undefined : AT_HOME.find(([, name]) => name.test(top))
    if (named) return sync(named[0])
    if (facts.system === 'win32' && GOOGLE_TOP.test(folders[0] ?? '')) return sync('Google Drive')
    if (facts.system === 'darwin') {
      const cloud = /\/Library\/CloudStorage\/([^/]+)\//.exec(path)?.[1]
      if (cloud)
        return sync(MAC_CLOUDS.find(([, name]) => name.test(cloud))?.[0] ?? 'the synchronised folder')
      if (/\/Library\/Mobile Documents\//.test(path)) return sync('iCloud Drive')
    }
  }
  return null
}

function syncedByAMark({ marks }: PlaceFacts): Recognised | null {
  const [mark] = marks
  return mark === undefined ? null : sync(SERVICE_OF_MARK[mark] ?? 'the synchronised folder')
}

function sync(name: string): Recognised {
  return { kind: 'sync', name }
}

function onNetwork(name: string): Recognised {
  return { kind: 'network', name }
}

/** `\\server\share\…`, also in the long form `\\?\UNC\server\…`; not `\\?\C:\…` and not a device. */
function isShare(path: string): boolean {
  const plain = path.replaceAll('/', '\\')
  return /^\\\\(\?\\UNC\\|(?![?.]\\)[^\\])/i.test(plain)
}

/** A library of SharePoint, as OneDrive keeps it or as people call the folder. */
function isSharePoint(facts: PlaceFacts): boolean {
  return foldersOf(facts.path, facts).some(name => /^SharePoint$|^SharePoint - | - SharePoint$/i.test(name))
}

function pathsOf({ system }: PlaceFacts) {
  return system === 'win32' ? win32 : posix
}

/** The folders of a path from the top, without the drive and the file's own name. */
function foldersOf(path: string, facts: PlaceFacts): string[] {
  const { dirname, parse, sep } = pathsOf(facts)
  const { root } = parse(path)
  return dirname(path)
    .slice(root.length)
    .split(sep === '\\' ? /[\\/]/ : sep)
    .filter(Boolean)
}

/** The folder at home that holds it; `null` when it lies elsewhere, or at home itself. */
function topFolder(path: string, facts: PlaceFacts): string | null {
  if (!isInside(path, facts.home, facts)) return null
  const below = foldersOf(path, facts).slice(foldersOf(pathsOf(facts).join(facts.home, 'x'), facts).length)
  return below[0] ?? null
}

function isInside(path: string, folder: string, facts: PlaceFacts): boolean {
  if (!folder) return false
  const { normalize, sep } = pathsOf(facts)
  // Windows and macOS take two spellings of a name for one.
  const plain = (text: string) => (facts.system === 'linux' ? normalize(text) : normalize(text).toLowerCase())
  const [inner, outer] = [plain(path), plain(folder)]
  return inner.startsWith(outer.endsWith(sep) ? outer : outer + sep)
}
