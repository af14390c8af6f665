import { lstat, readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { isHiddenName, MOST_FILES } from '../../../shared/rules/folder-files.ts'
import { count } from '../../../shared/text/dates.ts'
import { Trouble } from '../trouble.ts'
import { fileTrouble } from './file-trouble.ts'

export type FoundFile = { readonly path: string; readonly name: string; readonly size: number }
export type Found = {
  readonly files: readonly FoundFile[]
  /** What was left out and why, a sentence each. */
  readonly problems: readonly { readonly name: string; readonly sentence: string }[]
}

/**
 * The files behind what a person chose. Folders are walked in the order of their names; hidden files stay out, and
 * links inside folders are not followed, since they can lead anywhere.
 */
export async function walk(
  paths: readonly string[],
  doing: 'attached' | 'read' = 'attached',
): Promise<Found> {
  const files: FoundFile[] = []
  const problems: { name: string; sentence: string }[] = []
  for (const path of paths) {
    const name = basename(path)
    try {
      // What the person chose by name may be a link; what lies in a folder may not.
      const chosen = await stat(path)
      if (chosen.isDirectory()) {
        const before = files.length
        const links = await walkFolder(path, name, files, doing)
        if (links > 0)
          problems.push({
            name,
            sentence: `${count(links, 'link')} in “${name}” to somewhere else stayed out.`,
          })
        else if (files.length === before)
          problems.push({
            name,
            sentence: `There are no files in “${name}” to ${doing === 'read' ? 'read' : 'attach'}.`,
          })
      } else if (chosen.isFile()) files.push({ path, name, size: chosen.size })
      else problems.push({ name, sentence: `“${name}” is not a file, so it was not ${doing}.` })
    } catch (error) {
      problems.push({ name, sentence: fileTrouble(error, name, doing).message })
    }
    if (files.length > MOST_FILES) throw tooMany(name, doing)
  }
  return { files, problems }
}

async function walkFolder(
  folder: string,
  chosen: string,
  files: FoundFile[],
  doing: 'attached' | 'read',
): Promise<number> {
  let links = 0
  const entries = await readdir(folder, { withFileTypes: true })
  entries.sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))
  for (const entry of entries) {
    if (isHiddenName(entry.name)) continue
    const path = join(folder, entry.name)
    if (entry.isSymbolicLink()) links++
    else if (entry.isDirectory()) links += await walkFolder(path, chosen, files, doing)
    else if (entry.isFile()) files.push({ path, name: entry.name, size: (await lstat(path)).size })
    if (files.length > MOST_FILES) throw tooMany(chosen, doing)
  }
  return links
}

function tooMany(name: string, doing: 'attached' | 'read'): Trouble {
  return new Trouble(
    'REFUSED',
    `“${name}” brings more than ${MOST_FILES.toLocaleString('en-GB')} files, so none were ${doing}. Choose a smaller folder.`,
  )
}
