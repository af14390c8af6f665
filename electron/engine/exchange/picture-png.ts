import type { ResvgRenderOptions } from '@resvg/resvg-js'

/**
 * An SVG of ours as a PNG of the given width. The library is loaded on the first call: it is native code that only
 * an export needs.
 */
export async function svgToPng(svg: string, widthPx: number): Promise<Uint8Array> {
  const { Resvg } = await import('@resvg/resvg-js')
  return new Resvg(svg, { ...options, fitTo: { mode: 'width', value: widthPx } }).render().asPng()
}

const options: ResvgRenderOptions = {
  background: '#ffffff',
  font: { loadSystemFonts: true, defaultFontFamily: 'Arial', sansSerifFamily: 'Liberation Sans' },
}
