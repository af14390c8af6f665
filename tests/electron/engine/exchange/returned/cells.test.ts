import { describe, expect, it } from 'vitest'
import type { ReadCell } from '../../../../../electron/engine/exchange/returned/read-book.ts'
import { freshFolderForFile } from '../../../../helpers/file-folder.ts'
import { MAIN, stylesXml, workbookXml } from '../../../../helpers/make-xlsx.ts'
import { cellsOf, planOf, readBytes, textsOf } from '../../../../helpers/returned.ts'

const folder = freshFolderForFile()

/** The cell B2 of a file, from its XML. */
async function cellOf(xml: string, more: Record<string, string> = {}): Promise<ReadCell | null> {
  const book = await readBytes(folder(), planOf(`<row r="2"><c r="A2"><v>1</v></c>${xml}</row>`, more))
  return cellsOf(book)[0]![1] ?? null
}

/** A number shown with a format. */
async function shown(value: number | string, format: string | number, workbook = ''): Promise<ReadCell> {
  const more: Record<string, string> = { 'xl/styles.xml': stylesXml([format]) }
  if (workbook) more['xl/workbook.xml'] = workbookXml([{ name: 'Action plan' }], workbook)
  return (await cellOf(`<c r="B2" s="1"><v>${value}</v></c>`, more))!
}

const plain = { number: null, day: null, isFormula: false, error: null }

describe('what a cell holds', () => {
  it('RF3: words, shared, inline and from formulas', async () => {
    const shared = {
      'xl/sharedStrings.xml': `<sst xmlns="${MAIN}"><si><t>first</t></si><si><t>second</t></si></sst>`,
    }
    expect(await cellOf('<c r="B2" t="s"><v>1</v></c>', shared)).toEqual({ ...plain, text: 'second' })
    expect(await cellOf('<c r="B2" t="s"><v>7</v></c>', shared)).toBeNull()
    expect(await cellOf('<c r="B2" t="inlineStr"><is><t>here</t></is></c>')).toEqual({
      ...plain,
      text: 'here',
    })
    expect(await cellOf('<c r="B2" t="str"><f>"a"&amp;"b"</f><v>ab</v></c>')).toEqual({
      ...plain,
      text: 'ab',
      isFormula: true,
    })
    expect(
      await cellOf('<c r="B2" t="inlineStr"><is><t>&lt;b&gt; &amp; <![CDATA[<c>]]></t></is></c>'),
    ).toMatchObject({
      text: '<b> & <c>',
    })
  })

  it('RF3: rich text is its words without how they are pronounced', async () => {
    const rich =
      '<r><rPr><b/></rPr><t>Agree </t></r><r><t xml:space="preserve">a plan</t></r><rPh sb="0" eb="1"><t>spoken</t></rPh>'
    const shared = { 'xl/sharedStrings.xml': `<sst xmlns="${MAIN}"><si>${rich}</si></sst>` }
    expect(await cellOf('<c r="B2" t="s"><v>0</v></c>', shared)).toEqual({ ...plain, text: 'Agree a plan' })
    expect(await cellOf(`<c r="B2" t="inlineStr"><is>${rich}</is></c>`)).toEqual({
      ...plain,
      text: 'Agree a plan',
    })
  })

  it('RF3: codes of characters are the characters, and line ends are one kind', async () => {
    const inline = (text: string) => cellOf(`<c r="B2" t="inlineStr"><is><t>${text}</t></is></c>`)
    expect(await inline('a_x000D_\nb&#13;&#10;c&#13;d')).toMatchObject({ text: 'a\nb\nc\nd' })
    expect(await inline('_x005F_x0041_ and _x0041_')).toMatchObject({ text: '_x0041_ and A' })
    expect(await inline('_x0000__xD800_')).toMatchObject({ text: '\ufffd\ufffd' })
  })

  it('RF3: a cell with nothing but space is empty', async () => {
    expect(await cellOf('<c r="B2" t="inlineStr"><is><t xml:space="preserve"> \n </t></is></c>')).toBeNull()
    expect(await cellOf('<c r="B2" s="3"/>')).toBeNull()
    expect(await cellOf('<c r="B2" t="str"><f>IF(1,"")</f><v></v></c>')).toBeNull()
  })

  it('RF3: a formula is what it last came to, and an error stays one', async () => {
    expect(await cellOf('<c r="B2"><f>1+1</f><v>2</v></c>')).toEqual({
      ...plain,
      text: '2',
      number: 2,
      isFormula: true,
    })
    expect(await cellOf('<c r="B2" t="e"><f>A0</f><v>#REF!</v></c>')).toEqual({
      ...plain,
      text: '#REF!',
      isFormula: true,
      error: '#REF!',
    })
    expect(await cellOf('<c r="B2"><f t="shared" si="0"/><v>3</v></c>')).toMatchObject({ isFormula: true })
    // As a script leaves it: no spreadsheet program has worked it out yet.
    expect(await cellOf('<c r="B2"><f>C9</f><v></v></c>')).toEqual({ ...plain, text: '', isFormula: true })
  })

  it('RF3: truth, and figures in full', async () => {
    expect(await cellOf('<c r="B2" t="b"><v>1</v></c>')).toEqual({ ...plain, text: 'TRUE' })
    expect(await cellOf('<c r="B2" t="b"><v>0</v></c>')).toEqual({ ...plain, text: 'FALSE' })
    expect(await cellOf('<c r="B2"><v>0.30000000000000004</v></c>')).toMatchObject({ text: '0.3' })
    expect(await cellOf('<c r="B2"><v>1E+21</v></c>')).toMatchObject({ text: '1E+21', number: 1e21 })
    expect(await cellOf('<c r="B2"><v>3 apples</v></c>')).toEqual({ ...plain, text: '3 apples' })
    expect(await cellOf('<c r="B2"><v>1e999</v></c>')).toEqual({ ...plain, text: '1e999' })
  })
})

describe('how a number is shown', () => {
  it('RF4: as its format shows it, so that what was typed is what is read', async () => {
    expect(await shown(0.12, 9)).toEqual({ ...plain, text: '12%', number: 0.12 })
    expect(await shown(1234.5, '£#,##0.00')).toMatchObject({ text: '£1,234.50', number: 1234.5 })
    expect(await shown(1234.5, '[$£-809]#,##0.00')).toMatchObject({ text: '£1,234.50' })
    expect(await shown(7, '000')).toMatchObject({ text: '007' })
    expect(await shown(3, '0" hours"')).toMatchObject({ text: '3 hours' })
    expect(await shown(0.5, 20)).toMatchObject({ text: '12:00', day: null })
  })

  it('RF4: a format that hides or breaks leaves the number', async () => {
    for (const format of [';;;', '""', '[[[', '0'.repeat(300), '\\', 'General']) {
      const cell = await shown(42, format)
      expect([cell.text, cell.number], format).toEqual(['42', 42])
    }
    expect(await shown(42, '@')).toMatchObject({ text: '42' })
  })

  it('RF5: a date is its day, without its time, in both calendars of Excel', async () => {
    expect(await shown(43_497, 14)).toEqual({
      ...plain,
      text: '01/02/2019',
      number: 43_497,
      day: '2019-02-01',
    })
    expect(await shown(43_497.75, 'dd mmm yyyy hh:mm')).toMatchObject({ day: '2019-02-01' })
    expect(await shown(43_497.999_999_999, 'dd mmm yyyy')).toMatchObject({ day: '2019-02-02' })
    const from1904 = '<workbookPr date1904="1"/>'
    expect(await shown(42_035, 'dd/mm/yyyy', from1904)).toMatchObject({
      text: '01/02/2019',
      day: '2019-02-01',
    })
    expect(await shown(0, 'dd/mm/yyyy', from1904)).toMatchObject({ day: '1904-01-01' })
  })

  it('RF5: the 29 February 1900 that never was is no day, and the days around it are right', async () => {
    expect(await shown(1, 'dd/mm/yyyy')).toMatchObject({ day: '1900-01-01' })
    expect(await shown(59, 'dd/mm/yyyy')).toMatchObject({ day: '1900-02-28' })
    expect(await shown(60, 'dd/mm/yyyy')).toMatchObject({ text: '29/02/1900', day: null })
    expect(await shown(61, 'dd/mm/yyyy')).toMatchObject({ day: '1900-03-01' })
    expect(await shown(2_958_465, 'dd/mm/yyyy')).toMatchObject({ day: '9999-12-31' })
    expect(await shown(-5, 'dd/mm/yyyy')).toMatchObject({ text: '-5', day: null })
    expect(await shown(9e9, 'dd/mm/yyyy')).toMatchObject({ text: '9000000000', day: null })
  })

  it('RF5: a date of the strict format is its day', async () => {
    expect(await cellOf('<c r="B2" t="d"><v>2019-02-01T00:00:00</v></c>')).toEqual({
      ...plain,
      text: '2019-02-01',
      number: 43_497,
      day: '2019-02-01',
    })
    expect(await cellOf('<c r="B2" t="d"><v>2019-02-31</v></c>')).toEqual({ ...plain, text: '2019-02-31' })
  })

  it('RF3: 40,000 characters in a cell are all there', async () => {
    const long = 'word '.repeat(8000)
    const book = await readBytes(folder(), planOf(`<row r="2"><c r="B2" t="str"><v>${long}</v></c></row>`))
    expect(textsOf(book)[0]![1]!.length).toBe(40_000)
  })
})
