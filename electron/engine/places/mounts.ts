/**
 * File systems on disks of this computer. Anything else counts as a network: a needless working copy costs a moment, a lock
 * that is not one costs a workbook.
 */
const LOCAL = new Set(
  (
    'apfs aufs bcachefs btrfs cramfs devtmpfs ecryptfs erofs exfat ext2 ext3 ext4 f2fs fuseblk hfs hfsplus iso9660 jffs2 jfs ' +
    'minix msdos nilfs2 ntfs ntfs3 overlay ramfs reiser4 reiserfs rootfs squashfs tmpfs ubifs udf ufs vfat xfs zfs ' +
    // Kept in folders of this computer, encrypted or put together.
    'fuse.bindfs fuse.cryfs fuse.encfs fuse.exfat fuse.fuse-overlayfs fuse.gocryptfs fuse.mergerfs fuse.ntfs-3g ' +
    'fuse.unionfs fuse.veracrypt'
  ).split(' '),
)

/** Whether locks and syncs of a file system of this type are those of a disk of this computer. */
export function isLocalFileSystem(type: string): boolean {
  return LOCAL.has(type.toLowerCase())
}

/** The type of the file system a path is on, from Linux's `/proc/self/mountinfo`; `null` when that does not tell. */
export function fileSystemOf(path: string, mountinfo: string): string | null {
  const mounts = mountinfo.split('\n').flatMap(line => {
    const [before, after] = line.split(' - ')
    const point = before?.split(' ')[4]
    const type = after?.split(' ')[0]
    return point && type ? [{ point: unescaped(point), type }] : []
  })
  return longest(path, mounts)
}

/** The same from what `/sbin/mount` prints on macOS: `//sam@server/share on /Volumes/share (smbfs, nodev)`. */
export function fileSystemOnMac(path: string, printed: string): string | null {
  const mounts = printed.split('\n').flatMap(line => {
    const match = /^.+? on (\/.*) \((\w+)[,)]/.exec(line)
    return match ? [{ point: match[1]!, type: match[2]! }] : []
  })
  return longest(path, mounts)
}

/** Of mounts at one point, the last covers the others. */
function longest(path: string, mounts: readonly { point: string; type: string }[]): string | null {
  let best: { point: string; type: string } | null = null
  for (const mount of mounts) {
    const holds = mount.point === '/' || path === mount.point || path.startsWith(`${mount.point}/`)
    if (holds && (!best || mount.point.length >= best.point.length)) best = mount
  }
  return best?.type ?? null
}

function unescaped(text: string): string {
  return text.replace(/\\([0-7]{3})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)))
}
