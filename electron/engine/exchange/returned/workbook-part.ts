import { LIMITS } from './limits.ts'
import { readRelations } from './package-parts.ts'
import { plainText } from './plain-text.ts'
import { Refusal } from './refusals.ts'
import { attributeOf, readXml } from './xml.ts'
import type { Parts } from './zip-parts.ts'

export type WorkbookPart = {
  /** In the order of their tabs; hidden ones too. */
  readonly sheets: readonly { readonly name: string; readonly part: string }[]
  readonly is1904: boolean
  readonly strings: string | null
  readonly styles: string | null
  readonly hasMacros: boolean
}

/** Which sheets a workbook has and where they are kept. Defined names are passed over, whatever they span. */
export async function readWorkbookPart(parts: Parts, part: string): Promise<WorkbookPart> {
  const relations = await readRelations(parts, part)
  const targets = new Map(relations.map(({ id, target }) => [id, target]))
  const sheets: { name: string; part: string }[] = []
  let is1904 = false
  await readXml(parts.read(part)!, {
    open(name, attributes) {
      if (name === 'workbookPr') is1904 = /^(1|true|on)$/i.test(attributeOf(attributes, 'date1904') ?? '')
      if (name !== 'sheet') return
      const target = targets.get(idOf(attributes))
      if (sheets.length >= LIMITS.sheets) throw new Refusal('tooMuch')
      // A chart sheet or a macro sheet has a part that holds no rows.
      if (target && parts.has(target))
        sheets.push({ name: nameOf(attributeOf(attributes, 'name'), sheets.length + 1), part: target })
    },
    close() {},
  })
  const targetOf = (type: string) => relations.find(one => one.type === type && parts.has(one.target))?.target
  return {
    sheets,
    is1904,
    strings: targetOf('sharedStrings') ?? null,
    styles: targetOf('styles') ?? null,
    hasMacros: relations.some(({ type }) => type === 'vbaProject'),
  }
}

/** Excel allows 31 characters; whatever is there instead must not fill a screen. */
function nameOf(name: string | undefined, number: number): string {
  return (
    plainText(name ?? '')
      .trim()
      .slice(0, 100) || `Sheet${number}`
  )
}

/** The relation of a sheet is the `id` with a prefix, whichever it is. */
function idOf(attributes: Readonly<Record<string, string>>): string {
  const key = Object.keys(attributes).find(name => name.endsWith(':id')) ?? 'id'
  return attributes[key] ?? ''
}
