import { LARGEST_RETURNED } from '../../../../shared/rules/returned-files.ts'
import { sizeOf } from '../../../../shared/text/sizes.ts'
import { Trouble } from '../../trouble.ts'

const AS_XLSX = 'Open it, save it as an Excel workbook (.xlsx), and bring that in.'

/** Why a file is not read: one sentence or two short ones, with what to do. `name` is the file, in its quotes. */
const sentences = {
  gone: name => `${name} is no longer there. Check where it is now and choose it again.`,
  folder: name => `${name} is a folder, not an Excel file. Choose the files in it.`,
  notFile: name => `${name} is not a file that can be read. Save a copy of it in a folder and choose that.`,
  forbidden: name =>
    `You may not read ${name}. Ask whoever gave it to you for the right to read it, or for a copy.`,
  busy: name => `Another program is using ${name}. Close it there and try again.`,
  unreadable: name =>
    `${name} could not be read from its disk. Copy it to this computer and choose the copy.`,
  empty: name => `${name} is empty: it holds nothing at all. Ask for it to be sent again.`,
  tooBig: name =>
    `${name} is larger than ${sizeOf(LARGEST_RETURNED.excel)}, more than a plan needs. Remove pictures from it, save it and try again.`,
  password: name =>
    `${name} is protected by a password. Open it in Excel, remove the password, save it and try again.`,
  rights: name =>
    `${name} is rights-protected by the organisation it came from. Ask whoever sent it for a copy without a label that protects it.`,
  xls: name => `${name} is in Excel's old format (.xls). ${AS_XLSX}`,
  xlsb: name => `${name} is a binary Excel file (.xlsb). ${AS_XLSX}`,
  ods: name => `${name} is an OpenDocument file. ${AS_XLSX}`,
  numbers: name =>
    `${name} is in the format of Apple's Numbers. Open it there, export it to Excel, and bring that in.`,
  word: name => `${name} is a Word document, whatever it is called. Choose the Excel file that was sent out.`,
  powerpoint: name =>
    `${name} is a PowerPoint file, whatever it is called. Choose the Excel file that was sent out.`,
  oldOffice: name =>
    `${name} is not an Excel workbook but another kind of Office file. Choose the Excel file that was sent out.`,
  pdf: name => `${name} is a PDF, which cannot be read back. Choose the Excel file it was made from.`,
  webPage: name => `${name} is a web page, whatever it is called. ${AS_XLSX}`,
  text: name =>
    `${name} is a text file, such as CSV, not an Excel workbook. Choose the Excel file that was sent out.`,
  ninefold: name => `${name} is a Ninefold workbook, not an Excel file. Bring it in as another copy.`,
  unknown: name => `${name} is not an Excel workbook. Choose the Excel file that was sent out.`,
  zip: name => `${name} is a zip archive, not an Excel workbook. Unpack it and choose the Excel files in it.`,
  cut: name => `${name} is cut short or damaged, perhaps by sending. Ask for it to be sent again.`,
  damaged: name =>
    `${name} is damaged and cannot be read. Open it in a spreadsheet program, save it under a new name and try that, or ask for it to be sent again.`,
  bomb: name =>
    `${name} unpacks to far more than a plan holds, as a harmful file does, so it was not opened. Ask whoever sent it what it is.`,
  entities: name =>
    `${name} holds instructions that no spreadsheet program writes and that can do harm, so it was not read. Ask whoever sent it what it is.`,
  tooMuch: name =>
    `${name} holds more than can be read back: far more rows, columns or text than a plan has. Delete what does not belong to the plan, save it and try again.`,
  tooLong: name =>
    `${name} took longer than a minute to read, so reading it was stopped. Copy it to this computer, delete sheets in it that do not belong to the plan, and try again.`,
  noTable: name => `${name} holds no table that Ninefold made. Choose the file that was sent out, filled in.`,
  newer: name =>
    `${name} was made by a newer version of Ninefold. Update Ninefold on this computer, then bring it in again.`,
  fault: name =>
    `${name} could not be read because of a fault in Ninefold; nothing was changed. Save it again from a spreadsheet program and try that.`,
} as const satisfies Record<string, (name: string) => string>

export type Why = keyof typeof sentences

/** Thrown while reading, where the name of the file is not known. */
export class Refusal extends Error {
  readonly why: Why

  constructor(why: Why, cause?: unknown) {
    super(why, { cause })
    this.name = 'Refusal'
    this.why = why
  }
}

/** Why the file called `name` is not read, for people. */
export function troubleFor(why: Why, name: string): Trouble {
  return new Trouble(codes[why] ?? 'BAD_FILE', sentences[why](`“${name}”`))
}

const codes: Partial<Record<Why, 'FILE_TROUBLE' | 'REFUSED'>> = {
  gone: 'FILE_TROUBLE',
  folder: 'REFUSED',
  notFile: 'REFUSED',
  forbidden: 'FILE_TROUBLE',
  busy: 'FILE_TROUBLE',
  unreadable: 'FILE_TROUBLE',
  noTable: 'REFUSED',
  newer: 'REFUSED',
}

/** Why a file could not be opened or read, from the error of the system. */
export function whyOf(error: unknown): Why {
  if (error instanceof Refusal) return error.why
  switch ((error as { code?: unknown } | null)?.code) {
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ESTALE':
      return 'gone'
    case 'EISDIR':
      return 'folder'
    case 'EACCES':
    case 'EPERM':
      return 'forbidden'
    case 'EBUSY':
    case 'ETXTBSY':
      return 'busy'
    case 'EIO':
    case 'ENXIO':
    case 'ENODEV':
    case 'ETIMEDOUT':
    case 'EINVAL':
    case 'UNKNOWN':
      return 'unreadable'
    default:
      return 'fault'
  }
}
