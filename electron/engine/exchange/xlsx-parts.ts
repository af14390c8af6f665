import type { Workbook } from 'exceljs'

/** What exceljs writes by itself and cannot be told: it is put right in the parts on their way into the zip. */
type Zip = { append(data: unknown, options: { readonly name: string }): void }
type Writer = { addContentTypes(zip: Zip, model: unknown): Promise<void> }

/**
 * Gives the pictures of a workbook their alternative texts, in the order they were added, and makes Arial the font of
 * cells without a style. exceljs adds the content types first, so from there on every part passes through here.
 */
export function correctParts(workbook: Workbook, alternatives: readonly string[]): void {
  const writer = workbook.xlsx as unknown as Writer
  const addContentTypes = writer.addContentTypes.bind(writer)
  let used = 0
  writer.addContentTypes = async (zip, model) => {
    const append = zip.append.bind(zip)
    zip.append = (data, options) =>
      append(typeof data === 'string' ? correct(data, options.name) : data, options)
    await addContentTypes(zip, model)
  }
  function correct(xml: string, name: string): string {
    if (name === 'xl/styles.xml') return withArial(xml)
    if (name === 'docProps/app.xml') return asOurs(xml)
    if (name.startsWith('xl/worksheets/sheet')) return withFreeHeights(xml)
    if (/^xl\/drawings\/drawing\d+\.xml$/.test(name))
      return xml.replace(/<xdr:cNvPr (id="\d+") name="Picture (\d+)"/g, (_, id: string, number: string) => {
        const alternative = escapeAttribute(alternatives[used++] ?? '')
        return `<xdr:cNvPr ${id} name="Picture ${number}" descr="${alternative}"`
      })
    return xml
  }
}

function withArial(xml: string): string {
  return xml.replace(
    '<scheme val="minor"/><sz val="11"/><name val="Calibri"/>',
    '<sz val="11"/><name val="Arial"/>',
  )
}

/** The file says who made it. */
function asOurs(xml: string): string {
  return xml
    .replace('<Application>Microsoft Excel</Application>', '<Application>Ninefold</Application>')
    .replace(/<AppVersion>[^<]*<\/AppVersion>/, '')
}

/** Our heights are estimates: without the mark that a person set them, rows still grow when more is typed. */
function withFreeHeights(xml: string): string {
  return xml.replaceAll(' customHeight="1"', '')
}

function escapeAttribute(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;')
}
