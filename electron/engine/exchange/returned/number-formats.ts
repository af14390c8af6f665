import { LIMITS } from './limits.ts'
import { Refusal } from './refusals.ts'
import { attributeOf, readXml } from './xml.ts'

/** The number format of each cell style, by its number; `General` where a file says nothing. */
export type NumberFormats = readonly string[]

export const GENERAL = 'General'

/** Reads of the styles part only how numbers are shown. */
export async function readNumberFormats(bytes: AsyncIterable<Uint8Array> | null): Promise<NumberFormats> {
  const own = new Map<string, string>()
  const styles: string[] = []
  if (!bytes) return styles
  let isInCells = false
  await readXml(bytes, {
    open(name, attributes) {
      const id = () => attributeOf(attributes, 'numFmtId') ?? '0'
      if (name === 'cellXfs') isInCells = true
      else if (name === 'numFmt' && own.size < LIMITS.styles)
        own.set(id(), attributeOf(attributes, 'formatCode') ?? GENERAL)
      else if (name === 'xf' && isInCells) {
        if (styles.length >= LIMITS.styles) throw new Refusal('tooMuch')
        styles.push(id())
      }
    },
    close(name) {
      if (name === 'cellXfs') isInCells = false
    },
  })
  return styles.map(id => own.get(id) ?? builtIn[Number(id)] ?? GENERAL)
}

/** Formats every program knows by number. Days are shown as Britain writes them, which is what 14 is there. */
const builtIn: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '£#,##0;-£#,##0',
  6: '£#,##0;-£#,##0',
  7: '£#,##0.00;-£#,##0.00',
  8: '£#,##0.00;-£#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'dd/mm/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'dd/mm/yyyy h:mm',
  ...Object.fromEntries([27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map(id => [id, 'dd/mm/yyyy'])),
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  41: '#,##0;-#,##0;"-"',
  42: '£#,##0;-£#,##0;"-"',
  43: '#,##0.00;-#,##0.00;"-"',
  44: '£#,##0.00;-£#,##0.00;"-"',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
}
