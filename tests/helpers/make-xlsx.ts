import { crc32, deflateRawSync } from 'node:zlib'

/** A file inside a zip. What its headers say can differ from what is true. */
export type ZipPart = {
  readonly name: string
  readonly data: Buffer | string
  readonly store?: boolean
  readonly says?: {
    readonly size?: number
    readonly crc?: number
    readonly offset?: number
    readonly flags?: number
  }
}

/** The bytes of a zip file, written by hand: what no writer would let through. */
export function zipOf(parts: readonly ZipPart[]): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const part of parts) {
    const data = Buffer.from(part.data)
    // Text as fast as it goes; bytes as small as they get, which is what a bomb is.
    const level = typeof part.data === 'string' ? 1 : 9
    const packed = part.store ? data : deflateRawSync(data, { level })
    const name = Buffer.from(part.name)
    const says = { size: data.length, crc: crc32(data), offset: at, flags: 0x800, ...part.says }
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(says.flags, 2)
    common.writeUInt16LE(part.store ? 0 : 8, 4)
    common.writeUInt32LE(says.crc, 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(says.size, 18)
    common.writeUInt16LE(name.length, 22)
    bodies.push(Buffer.from('PK\x03\x04', 'latin1'), common, name, packed)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(says.offset, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, name)
    at += 4 + common.length + name.length + packed.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...bodies, list, end])
}

const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

export type MadeSheet = {
  readonly name: string
  readonly state?: string
  readonly rows: string
  readonly after?: string
}

/** A part and its text; `null` leaves out one that is there by itself. */
export type MadeParts = Readonly<Record<string, string | Buffer | null>>

/** The parts of a small Excel file: sheets from the rows they are given, and any part in place of our own. */
export function partsFor(sheets: readonly MadeSheet[], more: MadeParts = {}): ZipPart[] {
  const own: MadeParts = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbookXml(sheets),
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
      ['sharedStrings', 'sharedStrings.xml'],
      ['styles', 'styles.xml'],
    ]),
    ...Object.fromEntries(
      sheets.map((sheet, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        sheetXml(sheet.rows, sheet.after),
      ]),
    ),
    ...more,
  }
  return Object.entries(own).flatMap(([name, data]) => (data === null ? [] : [{ name, data }]))
}

/** The bytes of such a file. */
export function xlsxOf(sheets: readonly MadeSheet[], more: MadeParts = {}): Buffer {
  return zipOf(partsFor(sheets, more))
}

export function workbookXml(sheets: readonly Pick<MadeSheet, 'name' | 'state'>[], more = ''): string {
  const list = sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${name}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''} r:id="rId${index + 1}"/>`,
  )
  return `<workbook xmlns="${MAIN}" xmlns:r="${TYPE}">${more}<sheets>${list.join('')}</sheets></workbook>`
}

export function sheetXml(rows: string, after = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${after}</worksheet>`
}

export function relations(list: readonly (readonly [type: string, target: string])[]): string {
  const all = list.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${TYPE}/${type}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`
}

/** Styles with one cell style for each format, counted from 1; 0 is General. */
export function stylesXml(formats: readonly (string | number)[]): string {
  const own = formats.map((format, index) =>
    typeof format === 'number' ? '' : `<numFmt numFmtId="${200 + index}" formatCode="${escaped(format)}"/>`,
  )
  const styles = formats.map(
    (format, index) => `<xf numFmtId="${typeof format === 'number' ? format : 200 + index}"/>`,
  )
  return `<styleSheet xmlns="${MAIN}"><numFmts>${own.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`
}

/** A row of texts and numbers in the order of its columns; `null` leaves a cell out. */
export function rowXml(number: number, cells: readonly (string | number | null)[]): string {
  const all = cells.map((cell, index) => {
    if (cell === null) return ''
    const at = `r="${letter(index)}${number}"`
    return typeof cell === 'number'
      ? `<c ${at}><v>${cell}</v></c>`
      : `<c ${at} t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
  })
  return `<row r="${number}">${all.join('')}</row>`
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

export function letter(column: number): string {
  const rest = Math.floor(column / 26)
  return (rest > 0 ? letter(rest - 1) : '') + String.fromCharCode(65 + (column % 26))
}
