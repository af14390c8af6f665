import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { app, type BrowserWindow, dialog } from 'electron'
import { safeFileName } from '../../shared/text/safe-name.ts'

const KINDS = {
  workbook: { title: 'Save the workbook', name: 'Ninefold workbook', extension: 'ninefold' },
  locked: {
    title: 'Save the locked copy',
    name: 'Ninefold workbook with a password',
    extension: 'ninefold.age',
  },
  board: { title: 'Save the board workbook', name: 'Excel workbook', extension: 'xlsx' },
  plan: { title: 'Save the plan to fill in', name: 'Excel workbook', extension: 'xlsx' },
  slip: { title: 'Save the rating slip', name: 'Excel workbook', extension: 'xlsx' },
  history: { title: 'Save the history', name: 'Excel workbook', extension: 'xlsx' },
  png: { title: 'Save the picture', name: 'PNG picture', extension: 'png' },
  svg: { title: 'Save the picture', name: 'SVG picture', extension: 'svg' },
} as const
export type NewFileKind = keyof typeof KINDS

/** Asks where a new file of ours goes. `null` is cancelled. */
export async function askForNewFile(
  window: BrowserWindow,
  name: string,
  kind: NewFileKind,
): Promise<string | null> {
  const { title, name: kindName, extension } = KINDS[kind]
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title,
    defaultPath: join(lastFolder(), safeFileName(`${name}.${extension}`)),
    filters: [{ name: kindName, extensions: [extension.split('.').at(-1)!] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  })
  if (canceled || !filePath) return null
  return remember(filePath.toLowerCase().endsWith(`.${extension}`) ? filePath : `${filePath}.${extension}`)
}

/** Asks for the folder in which a new folder of files goes. */
export async function askForPlaceOfFolder(window: BrowserWindow): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: 'Choose where the folder of owner workbooks goes',
    buttonLabel: 'Make them here',
    defaultPath: lastFolder(),
    properties: ['openDirectory', 'createDirectory'],
  })
  if (canceled || !filePaths[0]) return null
  folder = filePaths[0]
  return folder
}

/** Asks for the folder that snapshots of workbooks go into. */
export async function askForSnapshotFolder(window: BrowserWindow): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: 'Choose the folder for snapshots',
    buttonLabel: 'Keep them here',
    properties: ['openDirectory', 'createDirectory'],
  })
  return canceled || !filePaths[0] ? null : filePaths[0]
}

/** Asks where a piece of evidence goes; its name comes with its extension. */
export async function askForCopyOf(window: BrowserWindow, name: string): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: 'Save the evidence',
    defaultPath: join(lastFolder(), name),
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  })
  return canceled || !filePath ? null : remember(filePath)
}

/** Asks for a workbook to open, beside `near` if that is given. */
export async function askForWorkbook(window: BrowserWindow, near?: string): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: 'Open a workbook',
    defaultPath: near ?? lastFolder(),
    filters: [
      { name: 'Ninefold workbook', extensions: ['ninefold', 'age'] },
      { name: 'All files', extensions: ['*'] },
    ],
    properties: ['openFile'],
  })
  return canceled || !filePaths[0] ? null : remember(filePaths[0])
}

/** Asks for evidence: several files, or one folder. */
export async function askForEvidence(window: BrowserWindow, folder: boolean): Promise<string[] | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: folder ? 'Attach every file of a folder' : 'Attach evidence',
    buttonLabel: 'Attach',
    properties: folder ? ['openDirectory'] : ['openFile', 'multiSelections'],
  })
  return canceled || filePaths.length === 0 ? null : filePaths
}

/** Asks for files that came back: Excel files, other copies of the workbook, or a folder of them. */
export async function askForReturned(window: BrowserWindow, folder: boolean): Promise<string[] | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: folder ? 'Read every returned file of a folder' : 'Read returned files',
    buttonLabel: 'Read',
    ...(folder
      ? {}
      : {
          filters: [
            { name: 'Excel files and workbooks', extensions: ['xlsx', 'xlsm', 'ninefold'] },
            { name: 'All files', extensions: ['*'] },
          ],
        }),
    properties: folder ? ['openDirectory'] : ['openFile', 'multiSelections'],
  })
  return canceled || filePaths.length === 0 ? null : filePaths
}

/** Warns before a file that came from somebody else opens in a program of its own. */
export async function askBeforeOpening(
  window: BrowserWindow,
  name: string,
): Promise<'open' | 'show' | 'cancel'> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    title: 'Open evidence',
    message: `Open a copy of “${name}” in its own program?`,
    detail:
      'Open it only if you trust where it came from. Changes you make to the copy do not reach the workbook.',
    buttons: ['Open the copy', 'Show it in its folder', 'Cancel'],
    defaultId: 1,
    cancelId: 2,
    noLink: true,
  })
  return (['open', 'show', 'cancel'] as const)[response] ?? 'cancel'
}

/** Says one sentence in a window of the system, for what has no page to say it in. */
export async function say(window: BrowserWindow, sentence: string): Promise<void> {
  await dialog.showMessageBox(window, { type: 'info', title: 'Ninefold', message: sentence, buttons: ['OK'] })
}

let folder: string | null = null

function lastFolder(): string {
  folder ??= app.getPath('documents')
  mkdirSync(folder, { recursive: true })
  return folder
}

function remember(path: string): string {
  folder = dirname(path)
  return path
}
