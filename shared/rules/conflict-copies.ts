/**
 * What sync programs and people put behind the name of a file when there are two of it. Which program does which is in the
 * test. A name alone proves nothing: whether the file is a copy is asked of the file.
 */
const ENDINGS: readonly RegExp[] = [
  // Dropbox, Nextcloud, Box, pCloud and others: (Sam's conflicted copy 2026-11-23), (Sam Reed conflict 2026-11-23).
  / ?\([^()]*conflict[^()]*\)$/i,
  // ownCloud of old: _conflict-20261123-140512.
  /_conflict-[\d-]+$/i,
  // Syncthing: .sync-conflict-20261123-140512-ABCDEFG.
  /\.sync-conflict-[\w-]+$/i,
  // Our own, and what is kept before an update.
  / \((yours|before update)[, ][^()]*\)$/i,
  // Windows, Google Drive, SharePoint and the downloads of browsers: (1); with a space or without.
  / ?\(\d{1,3}\)$/,
  // Windows and macOS: - Copy, - Copy (2), copy 2.
  / (- )?copy( \d{1,3})?( \(\d{1,3}\))?$/i,
  // iCloud: a number after a space.
  / \d{1,3}$/,
  // OneDrive: the name of the computer, and a number when that was taken.
  /-[\p{L}\p{N}][\p{L}\p{N}_-]{0,62}$/u,
]

/** Whether one of two names, without their extensions, could be a copy of the other by what was put behind it. */
export function mayBeCopy(own: string, other: string): boolean {
  if (own === other) return false
  const [ours, theirs] = [stemsOf(own), stemsOf(other)]
  return ours.some(stem => theirs.includes(stem))
}

/** The name itself and what is left of it without each ending. */
function stemsOf(name: string): string[] {
  const plain = name.normalize('NFC').toLowerCase()
  const stems = ENDINGS.map(ending => plain.replace(ending, '')).filter(stem => stem.trim() !== '')
  return [...new Set([plain, ...stems])]
}
