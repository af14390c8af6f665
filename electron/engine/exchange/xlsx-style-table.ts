import type { Border, Borders, Fill, Font, Style } from './xlsx-styles.ts'
import { attribute, attributes, MAIN, XML } from './xlsx-text.ts'

/** The styles of a file: a cell and a rule of colour hold their numbers. */
export type StyleTable = {
  /** The number of a cell's style. The same object has the same number. */
  cell(style: Partial<Style>): number
  /** The number of what a rule changes. */
  change(style: Partial<Style>): number
  /** The whole part. */
  xml(): string
}

/** Below this number a format is one of Excel's own. */
const FIRST_FORMAT = 164

/** Each once, in the order they were asked for. */
function createList(first: readonly string[] = []) {
  const all = new Map<string, number>(first.map((xml, index) => [xml, index]))
  return {
    numberOf(xml: string): number {
      const known = all.get(xml)
      if (known !== undefined) return known
      all.set(xml, all.size)
      return all.size - 1
    },
    inside: (tag: string) => `<${tag} count="${all.size}">${[...all.keys()].join('')}</${tag}>`,
  }
}

/** Only what every file must have: a plain style, no fill, the grey one, no border. */
export function createStyleTable(): StyleTable {
  const formats = new Map<string, number>()
  const fonts = createList(['<font><family val="2"/><sz val="11"/><name val="Arial"/></font>'])
  const fills = createList([
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  ])
  const borders = createList(['<border><left/><right/><top/><bottom/><diagonal/></border>'])
  const cells = createList(['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'])
  const changes: string[] = []
  const known = new Map<Partial<Style>, number>()

  function cellXml({ font, fill, border, alignment, protection, numFmt }: Partial<Style>): string {
    const has = (part: unknown) => (part ? 1 : undefined)
    const said = attributes({
      numFmtId: numFmt === undefined ? 0 : formatNumber(numFmt),
      fontId: font ? fonts.numberOf(fontXml(font)) : 0,
      fillId: fill ? fills.numberOf(fillXml(fill)) : 0,
      borderId: border ? borders.numberOf(borderXml(border)) : 0,
      xfId: 0,
      applyNumberFormat: has(numFmt),
      applyFont: has(font),
      applyFill: has(fill),
      applyBorder: has(border),
      applyAlignment: has(alignment),
      applyProtection: has(protection),
    })
    const { horizontal, vertical, wrapText } = alignment ?? {}
    const aligned = alignment
      ? `<alignment${attributes({ horizontal, vertical, wrapText: has(wrapText) })}/>`
      : ''
    const locked = protection ? `<protection locked="${Number(protection.locked)}"/>` : ''
    return `<xf${said}>${aligned}${locked}</xf>`
  }

  /** `@` is one of Excel's own, and known by its number. */
  function formatNumber(format: string): number {
    if (format === '@') return 49
    if (!formats.has(format)) formats.set(format, FIRST_FORMAT + formats.size)
    return formats.get(format)!
  }

  return {
    cell(style) {
      let number = known.get(style)
      if (number === undefined) {
        number = cells.numberOf(cellXml(style))
        known.set(style, number)
      }
      return number
    },
    change({ font, fill }) {
      changes.push(`<dxf>${font ? fontXml(font) : ''}${fill ? fillXml(fill) : ''}</dxf>`)
      return changes.length - 1
    },
    xml: () =>
      [
        `${XML}<styleSheet xmlns="${MAIN}">`,
        formats.size > 0
          ? `<numFmts count="${formats.size}">${[...formats].map(([code, id]) => `<numFmt numFmtId="${id}" formatCode="${attribute(code)}"/>`).join('')}</numFmts>`
          : '',
        fonts.inside('fonts'),
        fills.inside('fills'),
        borders.inside('borders'),
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
        cells.inside('cellXfs'),
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
        `<dxfs count="${changes.length}">${changes.join('')}</dxfs>`,
        '<tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/>',
        '</styleSheet>',
      ].join(''),
  }
}

function fontXml({ bold, color, family, size, name }: Partial<Font>): string {
  const inside = [
    bold ? '<b/>' : '',
    color ? `<color rgb="${color.argb}"/>` : '',
    family === undefined ? '' : `<family val="${family}"/>`,
    size === undefined ? '' : `<sz val="${size}"/>`,
    name === undefined ? '' : `<name val="${attribute(name)}"/>`,
  ]
  return `<font>${inside.join('')}</font>`
}

function fillXml({ fgColor, bgColor }: Fill): string {
  const front = fgColor ? `<fgColor rgb="${fgColor.argb}"/>` : ''
  const back = bgColor ? `<bgColor rgb="${bgColor.argb}"/>` : ''
  return `<fill><patternFill patternType="solid">${front}${back}</patternFill></fill>`
}

function borderXml(borders: Partial<Borders>): string {
  const edge = (name: string, one: Border | undefined) =>
    one ? `<${name} style="${one.style}"><color rgb="${one.color.argb}"/></${name}>` : `<${name}/>`
  const { left, right, top, bottom } = borders
  return `<border>${edge('left', left)}${edge('right', right)}${edge('top', top)}${edge('bottom', bottom)}<diagonal/></border>`
}
