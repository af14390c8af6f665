/** Which of a folder's files are wanted by their names, and what to say when there is none. */
export type WantedFiles = { keep(name: string): boolean; readonly none: string }

const MB = 1024 * 1024

/** Bytes of a returned file that are taken at most. An Excel file is held in memory while it is read; a copy of the workbook brings its evidence along. */
export const LARGEST_RETURNED = { excel: 64 * MB, copy: 64 * 1024 * MB } as const

/**
 * Whether a file found in a folder, by its name, may be one that came back: Excel files and other copies of the workbook, but
 * not what Excel leaves beside a file it has open, nor what systems keep out of sight.
 */
export function mayHaveComeBack(name: string): boolean {
  return /\.(xlsx|xlsm|xltx|xltm|ninefold)$/i.test(name) && !/^(\.|~\$)/.test(name)
}

/** What is taken of a folder of files that came back. */
export const WANTED_BACK: WantedFiles = {
  keep: mayHaveComeBack,
  none: 'That folder holds no Excel files and no copies of a workbook. Choose the one the files are in.',
}
