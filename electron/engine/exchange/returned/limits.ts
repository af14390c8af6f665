import { LARGEST_RETURNED } from '../../../../shared/rules/returned-files.ts'

const MB = 1024 * 1024

/**
 * How much of a returned file is read before it is refused. A plan of 10,000 actions stays below each; together they
 * keep what reading needs under 300 MB, whatever a file claims to be.
 */
export const LIMITS = {
  /** Bytes of the file itself, which is held in memory while it is read. */
  fileBytes: LARGEST_RETURNED.excel,
  /** Files inside the zip. */
  entries: 2000,
  /** Bytes all needed parts may say they unpack to. */
  declaredBytes: 1024 * MB,
  /** Bytes really unpacked, over all parts. */
  unpackedBytes: 200 * MB,
  /** A part above `ratioFrom` bytes that shrank more than this many times was made to do harm. */
  ratio: 250,
  ratioFrom: 4 * MB,
  /** Bytes of XML that may pass without a tag or a text ending. */
  quietBytes: 4 * MB,
  /** Elements inside each other. */
  depth: 100,
  sharedStrings: 1_000_000,
  /** Characters of text, of the shared strings and of the kept cells each. */
  characters: 16 * MB,
  sheets: 250,
  styles: 100_000,
  /** Rows in which a table's header is looked for. */
  headerRows: 60,
  /** Columns kept that are none of ours. */
  otherColumns: 80,
  /** Merged ranges of a table that are looked at. */
  merged: 20_000,
  /** Rows with something in them, in all tables. */
  rows: 60_000,
  cells: 400_000,
  /** Cells passed over on the way, such as those beside a table. */
  cellsSeen: 3_000_000,
  /** After so many rows with nothing in them a sheet is over. */
  blankRows: 20_000,
  /** Milliseconds until reading is given up. */
  time: 60_000,
  /** MB of the reading thread's own memory. */
  heap: { old: 128, young: 16 },
} as const
