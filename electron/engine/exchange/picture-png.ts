import type { ResvgRenderOptions } from '@resvg/resvg-js'

/** Where the letters of pictures come from. */
export type Fonts = ResvgRenderOptions['font']

const systemFonts: Fonts = {
  loadSystemFonts: true,
  defaultFontFamily: 'Arial',
  sansSerifFamily: 'Liberation Sans',
}

const A_LETTER = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text y="9">A</text></svg>'

/**
 * An SVG of ours as a PNG of the given width. The library is loaded on the first call: it is native code that only
 * an export needs. A computer without a single font is refused, since every label would silently be missing.
 */
export async function svgToPng(svg: string, widthPx: number, font = systemFonts): Promise<Uint8Array> {
  const { Resvg } = await import('@resvg/resvg-js')
  if (!new Resvg(A_LETTER, { font }).getBBox())
    throw new Error(
      'The picture could not be made: this computer has no font. Install one, such as Liberation Sans.',
    )
  const drawing = new Resvg(svg, { font, background: '#ffffff', fitTo: { mode: 'width', value: widthPx } })
  return drawing.render().asPng()
}
