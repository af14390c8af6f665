import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { MOST_FILES } from '../../../shared/rules/folder-files.ts'
import { mayHaveComeBack } from '../../../shared/rules/returned-files.ts'
import { count } from '../../../shared/text/dates.ts'
import { shownName } from '../../../shared/text/safe-name.ts'
import { listOf } from '../../../shared/text/sizes.ts'
import { walk } from '../exchange/walk.ts'
import { Trouble } from '../trouble.ts'

/** Files to read, and what stayed out of folders, in sentences. */
export type FoundReturned = {
  readonly paths: readonly string[]
  readonly problems: readonly { readonly name: string; readonly sentence: string }[]
}

/** Names of files left out that a sentence lists before it only counts. */
const NAMED = 3

/**
 * The files behind what a person chose. A file named by itself is always tried, so that a wrong one is told in its own
 * sentence; of a folder, only what can have come back.
 */
export async function findReturned(chosen: readonly string[]): Promise<FoundReturned> {
  const paths: string[] = []
  const problems: { name: string; sentence: string }[] = []
  for (const path of chosen) {
    const isFolder = await stat(path).then(
      found => found.isDirectory(),
      () => false,
    )
    if (!isFolder) paths.push(path)
    else {
      const name = shownName(basename(path))
      const { files, problems: stayedOut } = await walk([path], 'read')
      const returned = files.filter(file => mayHaveComeBack(file.name))
      const others = files.filter(file => !mayHaveComeBack(file.name)).map(file => file.name)
      paths.push(...returned.map(file => file.path))
      problems.push(...stayedOut)
      if (others.length > 0) problems.push({ name, sentence: leftOut(others, name, returned.length === 0) })
    }
    if (paths.length > MOST_FILES) throw tooMany()
  }
  return { paths: [...new Set(paths)], problems }
}

function leftOut(others: readonly string[], folder: string, isAll: boolean): string {
  const which = listOf(
    others.map(name => `“${shownName(name)}”`),
    NAMED,
  )
  if (isAll)
    return `There is no Excel file and no copy of the workbook in “${folder}”, only ${which}. Choose another folder.`
  const are =
    others.length === 1 ? 'is neither an Excel file nor a copy' : 'are neither Excel files nor copies'
  return `${count(others.length, 'file')} in “${folder}” stayed out, because ${others.length === 1 ? 'it' : 'they'} ${are} of the workbook: ${which}.`
}

function tooMany(): Trouble {
  const most = MOST_FILES.toLocaleString('en-GB')
  return new Trouble(
    'REFUSED',
    `That is more than ${most} files at once, so none were read. Choose fewer files or a smaller folder.`,
  )
}
