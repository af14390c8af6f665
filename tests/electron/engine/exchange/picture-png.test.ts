import { expect, it } from 'vitest'
import { svgToPng } from '../../../../electron/engine/exchange/picture-png.ts'
import { drawRadar } from '../../../../shared/pictures/radar.ts'
import { toSvg } from '../../../../shared/pictures/to-svg.ts'
import { radarOf } from '../../../shared/pictures/inputs.ts'

/** Width and height as a PNG's first chunk has them. */
function sizeOf(png: Uint8Array): [number, number] {
  const view = new DataView(png.buffer, png.byteOffset)
  expect([...png.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return [view.getUint32(16), view.getUint32(20)]
}

it('PI8: the radar becomes a PNG of the width asked for and of its own shape', async () => {
  const { scene } = drawRadar(radarOf([2, 1, 2, 0, 3, 2, '-', '-', '-'], [3, 2, 3, 2, 4, 3]))
  const [width, height] = sizeOf(await svgToPng(toSvg(scene), 920))
  expect(width).toBe(920)
  expect(height).toBe(2 * scene.height)
})

it('PI8: without a font a picture is refused rather than drawn without its words', async () => {
  const { scene } = drawRadar(radarOf([2]))
  await expect(svgToPng(toSvg(scene), 460, { loadSystemFonts: false })).rejects.toThrow('has no font')
})
