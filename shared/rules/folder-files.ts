/** The most files one folder, or one drop, may bring. */
export const MOST_FILES = 2000

/** Names that systems and programs keep out of people's sight: they stay out of what a folder brings. */
export function isHiddenName(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$') || /^(thumbs\.db|desktop\.ini)$/i.test(name)
}

/** What the folders of files that come in are called, in the system's own folder for such things. */
export const ARRIVING = 'ninefold-in-'
