const MB = 1024 * 1024

/** Bytes of a returned file that are taken at most. An Excel file is held in memory while it is read; a copy of the workbook brings its evidence along. */
export const LARGEST_RETURNED = { excel: 64 * MB, copy: 64 * 1024 * MB } as const

/** How many files may come back at once. */
export const MOST_RETURNED = 2000

/**
 * Whether a file found in a folder, by its name, may be one that came back: Excel files and other copies of the workbook, but
 * not what Excel leaves beside a file it has open, nor what systems keep out of sight.
 */
export function mayHaveComeBack(name: string): boolean {
  return /\.(xlsx|xlsm|xltx|xltm|ninefold)$/i.test(name) && !/^(\.|~\$)/.test(name)
}
