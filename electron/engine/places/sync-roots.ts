/** A folder that a sync program keeps in step with other computers. */
export type SyncRoot = { readonly service: string; readonly folder: string }

/** What sync programs leave at the top of a folder they keep in step. */
export const SERVICE_OF_MARK: Readonly<Record<string, string>> = {
  '.dropbox.cache': 'Dropbox',
  '.stfolder': 'Syncthing',
  '.nextcloudsync.log': 'Nextcloud',
  '.owncloudsync.log': 'ownCloud',
  '.seafile-data': 'Seafile',
}

/** From Dropbox's `info.json`: one folder for each account. */
export function dropboxRoots(json: string): SyncRoot[] {
  try {
    const accounts = Object.values(JSON.parse(json) as Record<string, { path?: unknown }>)
    return accounts.flatMap(({ path }) =>
      typeof path === 'string' && path ? [{ service: 'Dropbox', folder: path }] : [],
    )
  } catch {
    return []
  }
}

/** From `nextcloud.cfg`, in which each folder is a line such as `0\Folders\1\localPath=/home/sam/Nextcloud/`. */
export function nextcloudRoots(config: string): SyncRoot[] {
  return [...config.matchAll(/^\d+\\Folders(?:WithPlaceholders)?\\[^\\]+\\localPath=(.+)$/gm)].map(match => ({
    service: 'Nextcloud',
    folder: match[1]!.trim(),
  }))
}

/**
 * From what `reg query … /s` prints: OneDrive tells each library it keeps under `MountPoint`, SharePoint's included, and every
 * program that shows files of a cloud in Windows has its folders under `UserSyncRoots`.
 */
export function registryRoots(printed: string): SyncRoot[] {
  const roots: SyncRoot[] = []
  let key = ''
  for (const line of printed.split(/\r?\n/)) {
    if (/^HKEY_/.test(line)) key = line.trim()
    const match = /^\s+(\S.*?)\s+REG_(?:EXPAND_)?SZ\s+(.+?)\s*$/.exec(line)
    if (!match) continue
    const [, name, value] = match
    if (name === 'MountPoint' || /\\UserSyncRoots$/.test(key))
      roots.push({ service: serviceOf(key), folder: value! })
  }
  return roots
}

function serviceOf(key: string): string {
  if (/SyncEngines|OneDrive/i.test(key)) return 'OneDrive'
  const provider = /SyncRootManager\\([^\\!]+)/.exec(key)?.[1] ?? ''
  if (/icloud/i.test(provider)) return 'iCloud Drive'
  if (/dropbox/i.test(provider)) return 'Dropbox'
  if (/nextcloud/i.test(provider)) return 'Nextcloud'
  if (/google|drivefs/i.test(provider)) return 'Google Drive'
  if (/^box/i.test(provider)) return 'Box'
  return 'the synchronised folder'
}
