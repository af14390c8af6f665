import { MARKS_SHEET } from './marks.ts'
import { type Book, headerRowOf, letterOf, type Picture, type Sheet } from './sheet-model.ts'
import { attribute, encode, escaped, MAIN, RELATIONS, XML } from './xlsx-text.ts'

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'application/vnd.openxmlformats-officedocument'

/** English Metric Units of a pixel; of a unit of width and a point of height, as the anchor of a picture counts them. */
const EMU_PER_PX = 9525
const EMU_PER_UNIT = 10_000

/** A sheet and the parts that go with it; `picture` counts the pictures of the file from 1. */
export type SheetParts = {
  readonly sheet: Sheet
  readonly picture: number | null
  readonly printedRows: number
}

/** What kinds of parts there are. */
export function contentTypes(sheets: readonly SheetParts[], hasMarks: boolean): string {
  const override = (name: string, type: string) => `<Override PartName="/${name}" ContentType="${type}"/>`
  const worksheets = sheets.length + (hasMarks ? 1 : 0)
  const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1)
  const spreadsheet = `${OFFICE}.spreadsheetml`
  return [
    `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="png" ContentType="image/png"/>`,
    `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
    '<Default Extension="xml" ContentType="application/xml"/>',
    override('xl/workbook.xml', `${spreadsheet}.sheet.main+xml`),
    ...numbers(worksheets).map(at =>
      override(`xl/worksheets/sheet${at}.xml`, `${spreadsheet}.worksheet+xml`),
    ),
    override('xl/styles.xml', `${spreadsheet}.styles+xml`),
    override('xl/sharedStrings.xml', `${spreadsheet}.sharedStrings+xml`),
    ...numbers(sheets.length).map(at => override(`xl/tables/table${at}.xml`, `${spreadsheet}.table+xml`)),
    ...sheets.flatMap(({ picture }) =>
      picture === null ? [] : [override(`xl/drawings/drawing${picture}.xml`, `${OFFICE}.drawing+xml`)],
    ),
    override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    override('docProps/app.xml', `${OFFICE}.extended-properties+xml`),
    '</Types>',
  ].join('')
}

/** Which parts a part leads to: kind and place of each, numbered from rId1. */
export function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const all = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`,
  )
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`
}

/** A kind of relation of Office's own. */
export function office(kind: string): string {
  return `${RELATIONS}/${kind}`
}

/** Where the file begins, and what is said of it. */
export function rootRelations(): string {
  return relations([
    [office('officeDocument'), 'xl/workbook.xml'],
    [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    [office('extended-properties'), 'docProps/app.xml'],
  ])
}

/** The list of sheets, and what of each is printed. Sheets have the first relations. */
export function workbookXml(sheets: readonly SheetParts[], hasMarks: boolean): string {
  const listed = [
    ...sheets.map(({ sheet }) => ({ name: sheet.name, state: 'visible' })),
    ...(hasMarks ? [{ name: MARKS_SHEET, state: 'veryHidden' }] : []),
  ].map(
    ({ name, state }, index) =>
      `<sheet sheetId="${index + 1}" name="${attribute(name)}" state="${state}" r:id="rId${index + 1}"/>`,
  )
  return [
    `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr filterPrivacy="1"/>`,
    '<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="14000" firstSheet="0" activeTab="0"/></bookViews>',
    `<sheets>${listed.join('')}</sheets><definedNames>${sheets.map(printNames).join('')}</definedNames></workbook>`,
  ].join('')
}

function printNames({ sheet, printedRows }: SheetParts, index: number): string {
  const header = headerRowOf(sheet)
  const end = letterOf(sheet.columns.findLastIndex(column => !column.isHidden))
  const name = `'${sheet.name.replaceAll("'", "''")}'!`
  const defined = (what: string, range: string) =>
    `<definedName name="_xlnm.${what}" localSheetId="${index}">${escaped(name + range)}</definedName>`
  return (
    defined('Print_Area', `$A$1:$${end}$${printedRows}`) + defined('Print_Titles', `$${header}:$${header}`)
  )
}

/** A table of Excel's own, so that filters, sorting and new rows work, under our own look rather than a theme's. */
export function tableXml(sheet: Sheet, id: number): string {
  const header = headerRowOf(sheet)
  const ref = `A${header}:${letterOf(sheet.columns.length - 1)}${header + sheet.rows.length}`
  const name = `${sheet.name.replaceAll(' ', '_')}_table`
  const columns = sheet.columns.map(
    (column, index) => `<tableColumn id="${index + 1}" name="${attribute(encode(column.header))}"/>`,
  )
  return [
    `${XML}<table xmlns="${MAIN}" id="${id}" name="${name}" displayName="${name}" ref="${ref}" totalsRowShown="0" headerRowCount="1">`,
    `<autoFilter ref="${ref}"></autoFilter><tableColumns count="${columns.length}">${columns.join('')}</tableColumns>`,
    '<tableStyleInfo showFirstColumn="0" showLastColumn="0" showRowStripes="0" showColumnStripes="0"/></table>',
  ].join('')
}

/** A picture in the third column, a little below the top of row `row`, which counts from 0. */
export function drawingXml(picture: Picture, columnWidth: number, row: number, rowHeight: number): string {
  const offset = (share: number, of: number) => Math.round(share * of * EMU_PER_UNIT)
  const [width, height] = [picture.width * EMU_PER_PX, picture.height * EMU_PER_PX]
  const main = 'http://schemas.openxmlformats.org/drawingml/2006'
  return [
    `${XML}<xdr:wsDr xmlns:xdr="${main}/spreadsheetDrawing" xmlns:a="${main}/main"><xdr:oneCellAnchor>`,
    `<xdr:from><xdr:col>2</xdr:col><xdr:colOff>${offset(0.2, columnWidth)}</xdr:colOff>`,
    `<xdr:row>${row}</xdr:row><xdr:rowOff>${offset(0.3, rowHeight)}</xdr:rowOff></xdr:from>`,
    `<xdr:ext cx="${width}" cy="${height}"/><xdr:pic><xdr:nvPicPr>`,
    `<xdr:cNvPr id="1" name="Picture 1" descr="${attribute(picture.alternative)}"/>`,
    '<xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr>',
    `<xdr:blipFill><a:blip xmlns:r="${RELATIONS}" r:embed="rId1" cstate="print"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>`,
    `<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${width}" cy="${height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr>`,
    '</xdr:pic><xdr:clientData/></xdr:oneCellAnchor></xdr:wsDr>',
  ].join('')
}

/** Title, subject, author, language and when. */
export function coreXml({ title, subject, author }: Book, now: Date): string {
  const moment = now.toISOString().replace(/\.\d+Z$/, 'Z')
  const dates = ['created', 'modified'].map(
    name => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${moment}</dcterms:${name}>`,
  )
  return [
    `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"`,
    ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:creator>${escaped(author)}</dc:creator><dc:title>${escaped(title)}</dc:title>`,
    `<dc:subject>${escaped(subject)}</dc:subject><dc:language>en-GB</dc:language>`,
    `<cp:lastModifiedBy>${escaped(author)}</cp:lastModifiedBy>${dates.join('')}</cp:coreProperties>`,
  ].join('')
}

/** The file says who made it. */
export function appXml(): string {
  return `${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Ninefold</Application></Properties>`
}
