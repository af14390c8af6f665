import { describe, expect, it } from 'vitest'
import { gatherFacts, type PlaceFacts } from '../../../../electron/engine/places/facts.ts'
import { fileSystemOf, fileSystemOnMac } from '../../../../electron/engine/places/mounts.ts'
import { recognise } from '../../../../electron/engine/places/recognise.ts'
import { dropboxRoots, nextcloudRoots, registryRoots } from '../../../../electron/engine/places/sync-roots.ts'
import { freshFolder } from '../../../helpers/engine.ts'

const BARE = { fileSystem: null, roots: [], marks: [] }

function onWindows(path: string, more: Partial<PlaceFacts> = {}) {
  return recognise({ system: 'win32', path, real: path, home: 'C:\\Users\\sam', ...BARE, ...more })
}

function onMac(path: string, more: Partial<PlaceFacts> = {}) {
  return recognise({ system: 'darwin', path, real: path, home: '/Users/sam', ...BARE, ...more })
}

function onLinux(path: string, more: Partial<PlaceFacts> = {}) {
  return recognise({
    system: 'linux',
    path,
    real: path,
    home: '/home/sam',
    ...BARE,
    fileSystem: 'ext4',
    ...more,
  })
}

const HERE = { kind: 'here', name: '' }
const REGISTRY = String.raw`
HKEY_CURRENT_USER\Software\SyncEngines\Providers\OneDrive\Personal
    MountPoint    REG_SZ    C:\Users\sam\OneDrive
    UrlNamespace    REG_SZ    https://d.docs.example.org

HKEY_CURRENT_USER\Software\SyncEngines\Providers\OneDrive\4fbe
    LibraryType    REG_SZ    teamsite
    MountPoint    REG_SZ    C:\Users\sam\Northmoor\Planning - Documents

HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows\CurrentVersion\Explorer\SyncRootManager\Dropbox!S-1-5-21!Personal\UserSyncRoots
    S-1-5-21-1-2-3-1001    REG_SZ    D:\Dropbox (Northmoor)
`

describe('SF1: recognised', () => {
  it('SF1: shares and mapped drives of Windows', () => {
    expect(onWindows('\\\\server\\plans\\v.ninefold')).toEqual({ kind: 'network', name: 'the network drive' })
    expect(onWindows('\\\\?\\UNC\\server\\plans\\v.ninefold').kind).toBe('network')
    expect(onWindows('//server/plans/v.ninefold').kind).toBe('network')
    expect(onWindows('\\\\wsl.localhost\\Debian\\home\\v.ninefold').kind).toBe('network')
    expect(onWindows('N:\\plans\\v.ninefold', { real: '\\\\server\\share\\plans\\v.ninefold' })).toEqual({
      kind: 'network',
      name: 'N:',
    })
    const site = '\\\\northmoor.sharepoint.com@SSL\\DavWWWRoot\\sites\\plan\\v.ninefold'
    expect(onWindows(site)).toEqual({ kind: 'sync', name: 'SharePoint' })
  })

  it.each([
    ['OneDrive', 'C:\\Users\\sam\\OneDrive\\v.ninefold'],
    ['OneDrive', 'C:\\Users\\sam\\OneDrive - Northmoor Council\\Documents\\v.ninefold'],
    ['OneDrive', 'D:\\work\\onedrive - northmoor\\v.ninefold'],
    ['SharePoint', 'C:\\Users\\sam\\SharePoint\\Planning\\v.ninefold'],
    ['SharePoint', 'C:\\Users\\sam\\Northmoor - SharePoint\\Planning\\v.ninefold'],
    ['Dropbox', 'C:\\Users\\Sam\\dropbox\\v.ninefold'],
    ['Dropbox', 'C:\\Users\\sam\\Dropbox (Northmoor)\\v.ninefold'],
    ['iCloud Drive', 'C:\\Users\\sam\\iCloudDrive\\v.ninefold'],
    ['Google Drive', 'G:\\My Drive\\v.ninefold'],
    ['Google Drive', 'G:\\Shared drives\\Planning\\v.ninefold'],
    ['Google Drive', 'C:\\Users\\sam\\My Drive\\v.ninefold'],
    ['Box', 'C:\\Users\\sam\\Box\\v.ninefold'],
    ['Nextcloud', 'C:\\Users\\sam\\Nextcloud\\v.ninefold'],
  ])('SF1: %s on Windows by name: %s', (name, path) => {
    expect(onWindows(path)).toEqual({ kind: 'sync', name })
  })

  it.each([
    ['OneDrive', '/Users/sam/Library/CloudStorage/OneDrive-Northmoor/v.ninefold'],
    ['SharePoint', '/Users/sam/Library/CloudStorage/OneDrive-SharedLibraries-Northmoor/Plan/v.ninefold'],
    ['Dropbox', '/Users/sam/Library/CloudStorage/Dropbox/v.ninefold'],
    ['Google Drive', '/Users/sam/Library/CloudStorage/GoogleDrive-sam@example.org/My Drive/v.ninefold'],
    ['Box', '/Users/sam/Library/CloudStorage/Box-Box/v.ninefold'],
    ['the synchronised folder', '/Users/sam/Library/CloudStorage/SomethingNew/v.ninefold'],
    ['iCloud Drive', '/Users/sam/Library/Mobile Documents/com~apple~CloudDocs/v.ninefold'],
  ])('SF1: %s on macOS: %s', (name, path) => {
    expect(onMac(path)).toEqual({ kind: 'sync', name })
  })

  it.each([
    ['Dropbox', '/home/sam/Dropbox/v.ninefold'],
    ['OneDrive', '/home/sam/OneDrive/plans/v.ninefold'],
    ['Nextcloud', '/home/sam/Nextcloud/v.ninefold'],
  ])('SF1: %s on Linux by name: %s', (name, path) => {
    expect(onLinux(path)).toEqual({ kind: 'sync', name })
  })

  it('SF1: folders that the programs themselves name, wherever they lie', () => {
    const roots = registryRoots(REGISTRY)
    expect(onWindows('C:\\Users\\sam\\Northmoor\\Planning - Documents\\v.ninefold', { roots })).toEqual({
      kind: 'sync',
      name: 'OneDrive',
    })
    expect(onWindows('d:\\dropbox (northmoor)\\v.ninefold', { roots }).name).toBe('Dropbox')
    expect(onWindows('C:\\Users\\sam\\Northmoor\\Planning\\v.ninefold', { roots })).toEqual(HERE)

    const dropbox = dropboxRoots('{"personal":{"path":"/srv/boxes/Drop","host":1},"business":{"path":7}}')
    expect(onLinux('/srv/boxes/Drop/v.ninefold', { roots: dropbox }).name).toBe('Dropbox')
    expect(dropboxRoots('not json')).toEqual([])

    const nextcloud = nextcloudRoots('[Accounts]\n0\\Folders\\1\\localPath=/data/cloud/\n0\\url=https://x\n')
    expect(onLinux('/data/cloud/plans/v.ninefold', { roots: nextcloud }).name).toBe('Nextcloud')
    expect(onLinux('/data/cloudy/v.ninefold', { roots: nextcloud })).toEqual(HERE)
  })

  it('SF1: by the mark that a sync program leaves above, and by a link into such a folder', () => {
    expect(onLinux('/data/plans/v.ninefold', { marks: ['.stfolder'] }).name).toBe('Syncthing')
    expect(onLinux('/home/sam/link/v.ninefold', { real: '/home/sam/Dropbox/v.ninefold' }).name).toBe(
      'Dropbox',
    )
  })
})

const MOUNTS = String.raw`22 1 8:1 / / rw - ext4 /dev/sda1 rw
30 22 0:40 / /mnt/plans rw - cifs //server/plans rw
31 22 0:41 / /mnt/with\040space rw - nfs4 server:/x rw
32 22 0:42 / /home/sam/far rw - fuse.sshfs sam@server: rw
33 22 0:43 / /mnt/c rw - 9p drvfs rw
34 22 0:44 / /mnt/late rw - autofs systemd-1 rw
35 34 0:45 / /mnt/late rw - nfs server:/y rw
36 22 8:2 / /mnt/plans/inside rw - xfs /dev/sdb1 rw
37 22 0:46 / /mnt/odd rw - newfs9 thing rw
38 22 8:3 / /media/stick rw - vfat /dev/sdc1 rw`

describe('SF2: file systems', () => {
  it.each([
    ['/mnt/plans/v.ninefold', 'network'],
    ['/mnt/with space/v.ninefold', 'network'],
    ['/home/sam/far/v.ninefold', 'network'],
    ['/mnt/c/Users/v.ninefold', 'network'],
    ['/mnt/late/v.ninefold', 'network'],
    ['/mnt/odd/v.ninefold', 'network'],
    ['/mnt/plans/inside/v.ninefold', 'here'],
    ['/mnt/plansandmore/v.ninefold', 'here'],
    ['/media/stick/v.ninefold', 'here'],
    ['/home/sam/v.ninefold', 'here'],
  ])('SF2: %s is %s', (path, kind) => {
    expect(onLinux(path, { fileSystem: fileSystemOf(path, MOUNTS) }).kind).toBe(kind)
  })

  it('SF2: shares on macOS, and not a stick', () => {
    const printed = `/dev/disk3s1 on / (apfs, sealed, local)
//sam@server/plans on /Volumes/plans (smbfs, nodev, nosuid, mounted by sam)
/dev/disk4s1 on /Volumes/My Stick (msdos, local, nodev)`
    const on = (path: string) => onMac(path, { fileSystem: fileSystemOnMac(path, printed) })
    expect(on('/Volumes/plans/v.ninefold').kind).toBe('network')
    expect(on('/Volumes/My Stick/v.ninefold')).toEqual(HERE)
  })
})

describe('SF3: left alone', () => {
  it.each([
    ['C:\\Users\\sam\\Documents\\v.ninefold'],
    ['C:\\Users\\sam\\Documents\\Dropbox\\v.ninefold'],
    ['C:\\Users\\sam\\Documents\\Box\\v.ninefold'],
    ['C:\\Users\\sam\\Dropbox.ninefold'],
    ['C:\\Users\\sam\\OneDriveTemp\\v.ninefold'],
    ['C:\\work\\My Drive\\v.ninefold'],
    ['\\\\?\\C:\\Users\\sam\\v.ninefold'],
    ['D:\\v.ninefold'],
  ])('SF3: %s', path => {
    expect(onWindows(path)).toEqual(HERE)
  })

  it('SF3: on macOS and Linux', () => {
    expect(onMac('/Users/sam/Documents/v.ninefold')).toEqual(HERE)
    expect(onMac('/Users/sam/Library/Application Support/v.ninefold')).toEqual(HERE)
    expect(onLinux('/home/sam/dropbox/v.ninefold')).toEqual({ kind: 'sync', name: 'Dropbox' })
    expect(onLinux('/srv/Dropbox/v.ninefold')).toEqual(HERE)
    expect(onLinux('/home/sam/plans/Nextcloud/v.ninefold')).toEqual(HERE)
  })

  it('SF3: this very folder, by the facts of this computer', () => {
    expect(recognise(gatherFacts(`${freshFolder()}/v.ninefold`))).toEqual(HERE)
  })
})
