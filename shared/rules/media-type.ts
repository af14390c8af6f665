import { extensionOf } from '../text/safe-name.ts'

/** What is said of a file whose name and content do not agree, or whose kind we do not know. */
export const UNKNOWN_TYPE = 'application/octet-stream'

type Kind = {
  readonly type: string
  /** How the content must begin, hexadecimal; `text` must hold no zero byte. */
  readonly begins?: readonly string[] | 'text'
  /** Where the beginning is, when not at 0. */
  readonly at?: number
  /** Opened by its own program with a warning. Whatever can carry a program or a macro is not. */
  readonly opens?: true
}

const ZIP = ['504b0304', '504b0506']
const OLE = ['d0cf11e0a1b11ae1']
const openXml = 'application/vnd.openxmlformats-officedocument'
const openDocument = 'application/vnd.oasis.opendocument'

const kinds: Readonly<Record<string, Kind>> = {
  '.pdf': { type: 'application/pdf', begins: ['25504446'], opens: true },
  '.docx': { type: `${openXml}.wordprocessingml.document`, begins: ZIP, opens: true },
  '.xlsx': { type: `${openXml}.spreadsheetml.sheet`, begins: ZIP, opens: true },
  '.pptx': { type: `${openXml}.presentationml.presentation`, begins: ZIP, opens: true },
  '.odt': { type: `${openDocument}.text`, begins: ZIP, opens: true },
  '.ods': { type: `${openDocument}.spreadsheet`, begins: ZIP, opens: true },
  '.odp': { type: `${openDocument}.presentation`, begins: ZIP, opens: true },
  '.doc': { type: 'application/msword', begins: OLE },
  '.xls': { type: 'application/vnd.ms-excel', begins: OLE },
  '.ppt': { type: 'application/vnd.ms-powerpoint', begins: OLE },
  '.msg': { type: 'application/vnd.ms-outlook', begins: OLE },
  '.eml': { type: 'message/rfc822', begins: 'text' },
  '.rtf': { type: 'application/rtf', begins: ['7b5c727466'] },
  '.txt': { type: 'text/plain', begins: 'text', opens: true },
  '.md': { type: 'text/markdown', begins: 'text', opens: true },
  '.csv': { type: 'text/csv', begins: 'text', opens: true },
  '.tsv': { type: 'text/tab-separated-values', begins: 'text', opens: true },
  '.json': { type: 'application/json', begins: 'text' },
  '.xml': { type: 'application/xml', begins: 'text' },
  '.html': { type: 'text/html', begins: 'text' },
  '.htm': { type: 'text/html', begins: 'text' },
  '.png': { type: 'image/png', begins: ['89504e470d0a1a0a'], opens: true },
  '.jpg': { type: 'image/jpeg', begins: ['ffd8ff'], opens: true },
  '.jpeg': { type: 'image/jpeg', begins: ['ffd8ff'], opens: true },
  '.gif': { type: 'image/gif', begins: ['47494638'], opens: true },
  '.webp': { type: 'image/webp', begins: ['57454250'], at: 8, opens: true },
  '.bmp': { type: 'image/bmp', begins: ['424d'], opens: true },
  '.tif': { type: 'image/tiff', begins: ['49492a00', '4d4d002a'], opens: true },
  '.tiff': { type: 'image/tiff', begins: ['49492a00', '4d4d002a'], opens: true },
  '.heic': { type: 'image/heic', begins: ['66747970'], at: 4, opens: true },
  '.svg': { type: 'image/svg+xml', begins: 'text' },
  '.mp4': { type: 'video/mp4', begins: ['66747970'], at: 4, opens: true },
  '.mov': { type: 'video/quicktime', begins: ['66747970', '6d6f6f76', '77696465'], at: 4, opens: true },
  '.m4a': { type: 'audio/mp4', begins: ['66747970'], at: 4, opens: true },
  '.mp3': { type: 'audio/mpeg', begins: ['494433', 'fffb', 'fff3', 'fff2', 'fffa'], opens: true },
  '.wav': { type: 'audio/wav', begins: ['52494646'], opens: true },
  '.zip': { type: 'application/zip', begins: ZIP },
}

/** The type of a file by its real extension, so long as its first bytes do not say otherwise. */
export function mediaTypeOf(name: string, head: Uint8Array): string {
  const kind = kinds[extensionOf(name)]
  return kind && agrees(kind, head) ? kind.type : UNKNOWN_TYPE
}

/** Whether a file may be opened by its own program, after a warning. Everything else is only shown in its folder. */
export function isSafeToOpen(name: string, head: Uint8Array): boolean {
  const kind = kinds[extensionOf(name)]
  return kind?.opens === true && agrees(kind, head)
}

function agrees({ begins, at = 0 }: Kind, head: Uint8Array): boolean {
  if (begins === undefined) return true
  if (begins === 'text') return isText(head)
  return begins.some(hex => {
    const bytes = hex.match(/../g)!.map(pair => Number.parseInt(pair, 16))
    return bytes.every((byte, index) => head[at + index] === byte)
  })
}

/** UTF-8 or a one-byte code never holds a zero; UTF-16 begins with its mark. */
function isText(head: Uint8Array): boolean {
  const isUtf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
  return isUtf16 || !head.subarray(0, 4096).includes(0)
}
