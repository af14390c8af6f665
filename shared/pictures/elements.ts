import type { Mark, Scene } from './scene.ts'

/** The fonts of every picture: what Windows and macOS, most Linux desktops and a bare server have. */
const PICTURE_FONTS = 'Arial, Liberation Sans, DejaVu Sans, sans-serif'

/** An SVG element as data. Attribute names are React's (`strokeWidth`), so the page can draw it as it is. */
export type SvgElement = {
  readonly tag: 'svg' | 'title' | 'desc' | 'path' | 'line' | 'rect' | 'circle' | 'text' | 'tspan'
  readonly attributes: Readonly<Record<string, string | number>>
  readonly children: readonly (SvgElement | string)[]
}

/** The marks of a drawing as SVG elements: the one way from a scene to SVG, for the page and for files alike. */
export function toElements(marks: Scene['marks']): SvgElement[] {
  return marks.map(elementOf)
}

function elementOf(mark: Mark): SvgElement {
  if (mark.kind === 'text') return textOf(mark)
  const paint = paintOf(mark)
  if (mark.kind === 'line') {
    const { from, to } = mark
    return leaf('line', { x1: tidy(from.x), y1: tidy(from.y), x2: tidy(to.x), y2: tidy(to.y), ...paint })
  }
  if (mark.kind === 'path') {
    const d = mark.points.map((point, index) => `${index ? 'L' : 'M'}${tidy(point.x)} ${tidy(point.y)}`)
    return leaf('path', { d: d.join('') + (mark.isClosed ? 'Z' : ''), ...paint })
  }
  if (mark.kind === 'rect') {
    const corners: Record<string, number> = mark.radius ? { rx: mark.radius } : {}
    const { x, y, width, height } = mark
    return leaf('rect', {
      x: tidy(x),
      y: tidy(y),
      width: tidy(width),
      height: tidy(height),
      ...corners,
      ...paint,
    })
  }
  return leaf('circle', { cx: tidy(mark.cx), cy: tidy(mark.cy), r: tidy(mark.r), ...paint })
}

function paintOf(mark: Exclude<Mark, { kind: 'text' }>): Record<string, string | number> {
  const paint: Record<string, string | number> = { fill: mark.fill ?? 'none' }
  if (!mark.stroke) return paint
  paint.stroke = mark.stroke
  paint.strokeWidth = mark.strokeWidth ?? 1
  if (mark.dash) paint.strokeDasharray = mark.dash.join(' ')
  if (mark.hasRoundEnds) paint.strokeLinecap = 'round'
  if (mark.kind === 'path') paint.strokeLinejoin = 'round'
  return paint
}

function textOf(mark: Mark & { kind: 'text' }): SvgElement {
  const x = tidy(mark.at.x)
  const y = tidy(mark.at.y)
  const attributes: Record<string, string | number> = {
    x,
    y,
    fontFamily: PICTURE_FONTS,
    fontSize: mark.size,
    textAnchor: mark.anchor,
  }
  if (mark.halo) Object.assign(attributes, { stroke: mark.halo, strokeWidth: 4, paintOrder: 'stroke' })
  if (mark.turn) attributes.transform = `rotate(${mark.turn} ${x} ${y})`
  const runs = mark.runs.map(
    (run): SvgElement => ({
      tag: 'tspan',
      attributes: { fill: run.fill, ...(run.isBold ? { fontWeight: 700 } : {}) },
      children: [run.text],
    }),
  )
  return { tag: 'text', attributes, children: runs }
}

function leaf(tag: SvgElement['tag'], attributes: SvgElement['attributes']): SvgElement {
  return { tag, attributes, children: [] }
}

/** Two decimals are finer than any screen and keep files small and the same everywhere. */
function tidy(value: number): number {
  return Math.round(value * 100) / 100
}
