import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { Workbook } from 'exceljs'
import { ZipFile } from 'yazl'

/** What exceljs writes by itself and cannot be told: it is put right in the parts on their way into the zip. */
type Zip = {
  append(data: string | Uint8Array, options: { readonly name: string }): void
  finalize(): Promise<void>
  readonly stream: { end(bytes: Uint8Array): void }
  emit(event: 'finish' | 'error', error?: unknown): void
}
type Writer = { addContentTypes(zip: Zip, model: unknown): Promise<void> }

/**
 * Gives the pictures of a workbook their alternative texts, in the order they were added, and makes Arial the font of
 * cells without a style. exceljs adds the content types first, so from there on every part passes through here, and is packed by
 * Node's own zlib in another thread while the next is made: the JavaScript that exceljs brings took longer than all the rest.
 */
export function correctParts(workbook: Workbook, alternatives: readonly string[]): void {
  const writer = workbook.xlsx as unknown as Writer
  const addContentTypes = writer.addContentTypes.bind(writer)
  let used = 0
  writer.addContentTypes = async (zip, model) => {
    const packed = new ZipFile()
    const out = packed.outputStream as unknown as Readable
    packed.on('error', (error: Error) => out.destroy(error))
    const all = buffer(out)
    zip.append = (data, { name }) =>
      packed.addBuffer(Buffer.from(typeof data === 'string' ? correct(data, name) : data), name)
    zip.finalize = async () => {
      packed.end()
      try {
        zip.stream.end(await all)
        zip.emit('finish')
      } catch (error) {
        zip.emit('error', error)
      }
    }
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
