import type { ResvgRenderOptions } from '@resvg/resvg-js'

/** Where the letters of pictures come from. */
export type Fonts = ResvgRenderOptions['font']

const systemFonts: Fonts = {
  loadSystemFonts: true,
  defaultFontFamily: 'Arial',
  sansSerifFamily: 'Liberation Sans',
}

const A_LETTER = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text y="9">A</text></svg>'

const known = new Map<Fonts, Promise<boolean>>()

/** Whether there is a font. To look for it goes through all that the computer has, so it is asked once, and may be asked ahead. */
export function hasFont(font = systemFonts): Promise<boolean> {
  const look = async () => {
    const { Resvg } = await import('@resvg/resvg-js')
    return new Resvg(A_LETTER, { font }).getBBox() !== undefined
  }
  if (!known.has(font)) known.set(font, look())
  return known.get(font)!
}

/**
 * An SVG of ours as a PNG of the given width, painted in another thread. The library is loaded on the first call: it is
 * native code that only an export needs. A computer without a single font is refused, since every label would silently be
 * missing.
 */
export async function svgToPng(svg: string, widthPx: number, font = systemFonts): Promise<Uint8Array> {
  const { renderAsync } = await import('@resvg/resvg-js')
  if (!(await hasFont(font)))
    throw new Error(
      'The picture could not be made: this computer has no font. Install one, such as Liberation Sans.',
    )
  const fitTo = { mode: 'width', value: widthPx } as const
  return (await renderAsync(svg, { font, background: '#ffffff', fitTo })).asPng()
}
