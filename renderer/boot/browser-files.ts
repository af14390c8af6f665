/** The most files one folder may bring. */
const MOST_FILES = 2000

/** Asks for files, or for a folder and takes the files people can see in it; null when the user cancelled. */
export function chooseFiles(folder: boolean): Promise<readonly File[] | null> {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = true
  input.webkitdirectory = folder
  input.hidden = true
  document.body.append(input)
  return new Promise<readonly File[] | null>((resolve, reject) => {
    input.addEventListener('cancel', () => resolve(null))
    input.addEventListener('change', () => {
      const files = [...(input.files ?? [])].filter(file => !folder || isSeen(file.webkitRelativePath))
      if (files.length <= MOST_FILES) resolve(files.length > 0 ? files : null)
      else
        reject(
          new Error('That folder has more than 2,000 files, so none were attached. Choose a smaller folder.'),
        )
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
  return path.split('/').every(part => !/^(\.|~\$|thumbs\.db$|desktop\.ini$)/i.test(part))
}
