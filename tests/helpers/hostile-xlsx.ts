import { createHash } from 'node:crypto'
import { letter, MAIN, partsFor, rowXml, sheetXml, workbookXml, type ZipPart, zipOf } from './make-xlsx.ts'

const MB = 1024 * 1024

export type Hostile = {
  readonly make: () => Buffer
  /** What comes of it: the rows that are read, or the sentence. */
  readonly comes: number | RegExp
  /** Whether it is big enough for its memory and time to be worth measuring. */
  readonly isHeavy?: true
}

const TOO_MUCH = /holds more than can be read back/
const BOMB = /unpacks to far more than a plan holds/
const DAMAGED = /is damaged and cannot be read/
const ENTITIES = /holds instructions that no spreadsheet program writes/

/** Files that readers hang on, run out of memory on or are led astray by. Most hold a clean plan of 1,000 rows too. */
export function hostileFiles(header: readonly string[]): Readonly<Record<string, Hostile>> {
  const clean = rowXml(1, header) + planRows(1000)
  const plan = (more: Record<string, string | Buffer> = {}, after = '') =>
    zipOf(partsFor([{ name: 'Action plan', rows: clean, after }], more))
  const sheet = (rows: string) => zipOf(partsFor([{ name: 'Action plan', rows }]))
  const shared = (xml: string | Buffer) => plan({ 'xl/sharedStrings.xml': xml })
  const extra = Array.from({ length: 494 }, (_, index) => `Extra ${index}`)
  return {
    'validations of nine whole columns': { make: () => plan({}, validations(9)), comes: 1000 },
    'conditional formats of whole columns': {
      make: () => plan({}, validations(9).replaceAll('dataValidation', 'conditionalFormatting')),
      comes: 1000,
    },
    'names over whole sheets': { make: () => plan({ 'xl/workbook.xml': names() }), comes: 1000 },
    'a merge of a million cells': {
      make: () => plan({}, '<mergeCells><mergeCell ref="P1:AZ1048576"/></mergeCells>'),
      comes: 1000,
    },
    'a hundred thousand merges': { make: () => plan({}, merges(100_000)), comes: 1000 },
    '200 MB of one letter': { make: () => shared(Buffer.alloc(200 * MB, 'a')), comes: BOMB, isHeavy: true },
    'an unused part of 400 MB': {
      make: () => zipOf([...parts(clean), { name: 'xl/media/image1.png', data: Buffer.alloc(400 * MB) }]),
      comes: 1000,
      isHeavy: true,
    },
    '100 MB of words that pack less well': {
      make: () => shared(`<sst xmlns="${MAIN}">${noise(100 * MB, '<si><t>', '</t></si>')}</sst>`),
      comes: TOO_MUCH,
      isHeavy: true,
    },
    'a million short strings': {
      make: () => shared(shortStrings(1_100_000)),
      comes: TOO_MUCH,
      isHeavy: true,
    },
    'a text of 30 MB in one cell': {
      make: () => sheet(clean + rowXml(1002, ['A', noise(30 * MB)])),
      comes: TOO_MUCH,
      isHeavy: true,
    },
    'a thousand texts of 40,000 characters': {
      make: () =>
        sheet(
          rowXml(1, header) +
            Array.from({ length: 1000 }, (_, at) => rowXml(at + 2, ['A', noise(40_000)])).join(''),
        ),
      comes: TOO_MUCH,
      isHeavy: true,
    },
    'sixty texts of 3 MB above the table': {
      make: () => sheet(Array.from({ length: 60 }, (_, at) => rowXml(at + 1, [noise(3 * MB)])).join('')),
      comes: TOO_MUCH,
      isHeavy: true,
    },
    'as much as is allowed': { make: () => everything(header), comes: 13_500, isHeavy: true },
    'an attribute of 30 MB': { make: () => sheet(`${clean}<row r="${noise(30 * MB)}"/>`), comes: TOO_MUCH },
    'a million attributes': { make: () => sheet(`${clean}<row ${attributes(1_000_000)}/>`), comes: TOO_MUCH },
    'a hundred thousand elements inside each other': {
      make: () => sheet(clean + '<a>'.repeat(100_000) + '</a>'.repeat(100_000)),
      comes: DAMAGED,
    },
    'a million comments': { make: () => sheet(clean + '<!-- -->'.repeat(1_000_000)), comes: TOO_MUCH },
    'a comment of 30 MB': { make: () => sheet(`${clean}<!--${noise(30 * MB)}-->`), comes: TOO_MUCH },
    'junk of 10,000 by 500 on a sheet of its own': {
      make: () =>
        zipOf(
          partsFor([
            { name: 'Junk', rows: junk(10_000, 500) },
            { name: 'Action plan', rows: clean },
          ]),
        ),
      comes: 1000,
      isHeavy: true,
    },
    'junk of 10,000 by 500 as columns of the plan': {
      make: () => sheet(rowXml(1, [...header, ...extra]) + junk(10_000, 500)),
      comes: TOO_MUCH,
      isHeavy: true,
    },
    'junk of 5,000 by 500 beside the plan': {
      make: () => sheet(rowXml(1, header) + junk(5000, 500)),
      comes: 5000,
      isHeavy: true,
    },
    'a million rows with something in them': {
      make: () => sheet(rowXml(1, header) + junk(1_000_000, 1)),
      comes: TOO_MUCH,
      isHeavy: true,
    },
    'half a million styled blank rows': {
      make: () => sheet(clean + blanks(500_000)),
      comes: 1000,
      isHeavy: true,
    },
    'fifty thousand number formats': { make: () => plan({ 'xl/styles.xml': formats(50_000) }), comes: 1000 },
    'ten thousand sheets': { make: () => plan({ 'xl/workbook.xml': manySheets(10_000) }), comes: TOO_MUCH },
    'forty thousand files': {
      make: () =>
        zipOf([
          ...parts(clean),
          ...Array.from({ length: 40_000 }, (_, at) => ({ name: `xl/a${at}`, data: '', store: true })),
        ]),
      comes: BOMB,
    },
    'parts that share their bytes': {
      make: () => zipOf(parts(clean).map(part => ({ ...part, says: { offset: 0 } }))),
      comes: BOMB,
    },
    'two parts of one name': {
      make: () => zipOf([...parts(clean), { name: 'XL/Worksheets/Sheet1.xml', data: '<a/>' }]),
      comes: DAMAGED,
    },
    'a part larger than it says': { make: () => lying(clean, { size: 5000 }), comes: DAMAGED },
    'a part smaller than it says': { make: () => lying(clean, { size: 2 * MB }), comes: DAMAGED },
    'a part that says it is a gigabyte': { make: () => lying(clean, { size: 1024 * MB }), comes: BOMB },
    'a part with another checksum': { make: () => lying(clean, { crc: 1 }), comes: DAMAGED },
    'zips inside a zip inside a zip': {
      make: () => zipOf([{ name: 'lib.zip', data: zipOf([{ name: 'lib.zip', data: zipOf(parts(clean)) }]) }]),
      comes: /is a zip archive/,
    },
    'a billion laughs': { make: () => entities('xl/worksheets/sheet1.xml', clean), comes: ENTITIES },
    'entities in the shared strings': {
      make: () => entities('xl/sharedStrings.xml', clean),
      comes: ENTITIES,
    },
    'entities in the list of sheets': { make: () => entities('xl/workbook.xml', clean), comes: ENTITIES },
    'entities in the relations': { make: () => entities('_rels/.rels', clean), comes: ENTITIES },
  }
}

const LAUGHS = `<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(10)}"><!ENTITY c "${'&b;'.repeat(10)}"><!ENTITY x SYSTEM "file:///etc/passwd">]>`

function entities(name: string, rows: string): Buffer {
  const body = sheetXml(rows).replace('?>', `?>${LAUGHS}`).replace('Agree', '&c;&x;')
  return zipOf([...parts(rows).filter(part => part.name !== name), { name, data: body }])
}

function parts(rows: string): ZipPart[] {
  return partsFor([{ name: 'Action plan', rows }])
}

function lying(rows: string, says: ZipPart['says']): Buffer {
  return zipOf(parts(rows).map(part => (part.name.includes('sheet1') ? { ...part, says: says! } : part)))
}

function planRows(count: number): string {
  return Array.from({ length: count }, (_, index) => {
    const row = index + 2
    const words = `Agree what ${row} does with the partners`
    return rowXml(row, [`A-${row}`, words, `Owner ${row % 40}`, 46_000 + row, 'On track', `7KQ2MX4D.${row}`])
  }).join('')
}

function validations(columns: number): string {
  const all = Array.from({ length: columns }, (_, index) => {
    const range = `${letter(index)}1:${letter(index)}1048576`
    return `<dataValidation type="list" sqref="${range}"><formula1>"a,b"</formula1></dataValidation>`
  })
  return `<dataValidations>${all.join('')}</dataValidations>`
}

function names(): string {
  const all = Array.from(
    { length: 200 },
    (_, index) => `<definedName name="N${index}">'Action plan'!$A$1:$XFD$1048576</definedName>`,
  )
  return workbookXml([{ name: 'Action plan' }]).replace(
    '</sheets>',
    `</sheets><definedNames>${all.join('')}</definedNames>`,
  )
}

function manySheets(count: number): string {
  const sheets = Array.from({ length: count }, (_, index) => ({ name: `S${index}` }))
  return workbookXml(sheets).replaceAll(/r:id="rId\d+"/g, 'r:id="rId1"')
}

function merges(count: number): string {
  const all = Array.from({ length: count }, (_, at) => `<mergeCell ref="AA${at + 1}:ZZ${at + 1}"/>`)
  return `<mergeCells>${all.join('')}</mergeCells>`
}

/** Letters that pack a hundredfold, not a thousandfold: less than a bomb and still far too much. */
function noise(bytes: number, before = '', after = ''): string {
  const words = Array.from({ length: 400 }, (_, index) => {
    const word = createHash('sha256').update(String(index)).digest('hex')
    return before + word + after
  })
  const block = words.join('')
  return block.repeat(Math.ceil(bytes / block.length)).slice(0, before ? undefined : bytes)
}

function shortStrings(count: number): string {
  const all = Array.from({ length: count }, (_, index) => `<si><t>${index.toString(36)}</t></si>`)
  return `<sst xmlns="${MAIN}">${all.join('')}</sst>`
}

/** Near every limit at once: 390,000 cells of different words that take two bytes a letter, shared and then kept. */
function everything(header: readonly string[]): Buffer {
  const extra = Array.from({ length: 23 }, (_, index) => `Extra ${index}`)
  const strings: string[] = []
  const rows = Array.from({ length: 13_500 }, (_, row) => {
    const cells = Array.from({ length: 29 }, (_, column) => {
      strings.push(`<si><t>${(row * 29 + column).toString(36)} договориться с партнёрами о том</t></si>`)
      return `<c r="${letter(column)}${row + 2}" t="s"><v>${strings.length - 1}</v></c>`
    })
    return `<row r="${row + 2}">${cells.join('')}</row>`
  })
  return zipOf(
    partsFor([{ name: 'Action plan', rows: rowXml(1, [...header, ...extra]) + rows.join('') }], {
      'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${strings.join('')}</sst>`,
    }),
  )
}

function attributes(count: number): string {
  return Array.from({ length: count }, (_, index) => `a${index}="1"`).join(' ')
}

/** Rows from the second on. */
function junk(rows: number, columns: number): string {
  const letters = Array.from({ length: columns }, (_, index) => letter(index))
  return Array.from({ length: rows }, (_, row) => {
    const cells = letters.map((name, at) => `<c r="${name}${row + 2}"><v>${(row * at) % 9973}</v></c>`)
    return `<row r="${row + 2}">${cells.join('')}</row>`
  }).join('')
}

function blanks(rows: number): string {
  return Array.from({ length: rows }, (_, index) => {
    const number = index + 1100
    const cells = Array.from({ length: 8 }, (_, column) => `<c r="${letter(column)}${number}" s="1"/>`)
    return `<row r="${number}" s="1">${cells.join('')}</row>`
  }).join('')
}

function formats(count: number): string {
  const all = Array.from(
    { length: count },
    (_, at) =>
      `<numFmt numFmtId="${at + 200}" formatCode="[&gt;${at}]0.0;[Red]#,##0.${'0'.repeat(at % 30)}"/>`,
  )
  const styles = Array.from({ length: count }, (_, at) => `<xf numFmtId="${at + 200}"/>`)
  return `<styleSheet xmlns="${MAIN}"><numFmts>${all.join('')}</numFmts><cellXfs>${styles.join('')}</cellXfs></styleSheet>`
}
