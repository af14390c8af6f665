import { isHiddenName, MOST_FILES } from '../../shared/rules/folder-files.ts'
import type { WantedFiles } from '../../shared/rules/returned-files.ts'

/**
 * The files of a drop, those inside dropped folders too, without what systems keep out of sight. To be called while the drop is being
 * handled: afterwards the browser no longer says what was a folder. Rejects with a sentence when there are too many, or none that is
 * `wanted` of a folder.
 */
export function droppedFiles(transfer: DataTransfer, wanted?: WantedFiles): Promise<readonly File[]> {
  const entries = [...transfer.items].map(item => (item.kind === 'file' ? item.webkitGetAsEntry() : null))
  const plain = [...transfer.files]
  return entries.some(entry => entry?.isDirectory) ? filesIn(entries, wanted) : Promise.resolve(plain)
}

async function filesIn(
  entries: readonly (FileSystemEntry | null)[],
  wanted: WantedFiles | undefined,
): Promise<readonly File[]> {
  const found: File[] = []
  const isWanted = (inside: FileSystemEntry) =>
    !isHiddenName(inside.name) && (inside.isDirectory || !wanted || wanted.keep(inside.name))
  // Breadth first, by hand: folders may be nested deeper than a call may go.
  const waiting = entries.filter(entry => entry !== null)
  for (let entry = waiting.shift(); entry; entry = waiting.shift()) {
    if (isFolder(entry)) waiting.push(...(await listOf(entry)).filter(isWanted))
    else found.push(await fileOf(entry as FileSystemFileEntry))
    if (found.length + waiting.length > MOST_FILES)
      throw new Error(
        `That folder has more than ${MOST_FILES.toLocaleString('en-GB')} files, so none were taken. Choose a smaller folder.`,
      )
  }
  if (found.length === 0)
    throw new Error(wanted?.none ?? 'There are no files in that folder. Choose another.')
  return found
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}

/** A reader gives a hundred at a time, and none at the end. */
async function listOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (some.length === 0) return all
    all.push(...some)
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject))
}
