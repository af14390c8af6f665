import { type Entry, xml, zip } from './zip.ts'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A small Word document: a heading and its paragraphs. */
export function docx(heading: string, paragraphs: readonly string[]): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  const line = (text: string, style: string) =>
    `<w:p><w:r>${style}<w:t xml:space="preserve">${xml(text)}</w:t></w:r></w:p>`
  const body = [
    line(heading, '<w:rPr><w:b/><w:sz w:val="32"/></w:rPr>'),
    ...paragraphs.map(text => line(text, '')),
  ].join('')
  return zip([
    types('word/document.xml', 'wordprocessingml.document.main'),
    relationships('_rels/.rels', [['officeDocument', 'word/document.xml']]),
    {
      name: 'word/document.xml',
      content: `${HEAD}<w:document xmlns:w="${main}"><w:body>${body}</w:body></w:document>`,
    },
  ])
}

/** A small Excel workbook with one sheet; the first row is its header. */
export function xlsx(sheet: string, rows: readonly (readonly (string | number)[])[]): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const body = rows.map(
    (row, y) => `<row r="${y + 1}">${row.map((value, x) => cell(value, x, y)).join('')}</row>`,
  )
  return zip([
    types('xl/workbook.xml', 'spreadsheetml.sheet.main', [
      ['xl/worksheets/sheet1.xml', 'spreadsheetml.worksheet'],
    ]),
    relationships('_rels/.rels', [['officeDocument', 'xl/workbook.xml']]),
    relationships('xl/_rels/workbook.xml.rels', [['worksheet', 'worksheets/sheet1.xml']]),
    {
      name: 'xl/workbook.xml',
      content: `${HEAD}<workbook xmlns="${main}" xmlns:r="${OFFICE}"><sheets><sheet name="${xml(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: `${HEAD}<worksheet xmlns="${main}"><sheetData>${body.join('')}</sheetData></worksheet>`,
    },
  ])
}

function cell(value: string | number, x: number, y: number): string {
  const at = `${String.fromCharCode(65 + x)}${y + 1}`
  if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`
  return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${xml(value)}</t></is></c>`
}

function types(
  main: string,
  type: string,
  more: readonly (readonly [part: string, type: string])[] = [],
): Entry {
  const parts = [[main, type] as const, ...more].map(
    ([part, kind]) =>
      `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${kind}+xml"/>`,
  )
  return {
    name: '[Content_Types].xml',
    content: `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${parts.join('')}</Types>`,
  }
}

function relationships(name: string, targets: readonly (readonly [kind: string, target: string])[]): Entry {
  const rows = targets.map(
    ([kind, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
  )
  return {
    name,
    content: `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${rows.join('')}</Relationships>`,
  }
}
