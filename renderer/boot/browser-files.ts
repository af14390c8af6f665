import { isHiddenName, MOST_FILES } from '../../shared/rules/folder-files.ts'
import type { WantedFiles } from '../../shared/rules/returned-files.ts'

/** With what the browser shows first. */
type Wanted = WantedFiles & { readonly accept: string }

/** Asks for files, or for a folder and takes the files people can see in it; null when the user cancelled. */
export function chooseFiles(folder: boolean, wanted?: Wanted): Promise<readonly File[] | null> {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = true
  input.webkitdirectory = folder
  if (!folder) input.accept = wanted?.accept ?? ''
  input.hidden = true
  document.body.append(input)
  return new Promise<readonly File[] | null>((resolve, reject) => {
    input.addEventListener('cancel', () => resolve(null))
    input.addEventListener('change', () => {
      const seen = [...(input.files ?? [])].filter(file => !folder || isSeen(file.webkitRelativePath))
      const files = folder && wanted ? seen.filter(file => wanted.keep(file.name)) : seen
      if (files.length > MOST_FILES)
        reject(
          new Error(
            `That folder has more than ${MOST_FILES.toLocaleString('en-GB')} files, so none were taken. Choose a smaller folder.`,
          ),
        )
      else if (wanted && files.length === 0) reject(new Error(wanted.none))
      else resolve(files.length > 0 ? files : null)
    })
    input.click()
  }).finally(() => input.remove())
}

/** Lets the browser save what is at an address under this name. */
export function download(address: string, name: string): void {
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.hidden = true
  document.body.append(link)
  link.click()
  link.remove()
  if (address.startsWith('blob:')) window.setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

function isSeen(path: string): boolean {
  return !path.split('/').some(isHiddenName)
}
