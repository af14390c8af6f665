import { expect, it } from 'vitest'
import { framed, type PictureSource } from '../../../shared/pictures/framed.ts'
import { drawGapBars } from '../../../shared/pictures/gap-bars.ts'
import { drawHeatMap } from '../../../shared/pictures/heat-map.ts'
import { drawRadar } from '../../../shared/pictures/radar.ts'
import type { Picture } from '../../../shared/pictures/scene.ts'
import { sheetOf } from '../../../shared/pictures/sheet.ts'
import { toSvg } from '../../../shared/pictures/to-svg.ts'
import { areasOf, radarOf } from './inputs.ts'

const SOURCE = {
  areaName: 'Northmoor and Vale',
  roundName: 'Autumn 2026',
  asAt: '2026-11-30',
  isRehearsal: false,
}
const radar = drawRadar(radarOf([2, 1], [3, 2]))

it('PI16: a picture that leaves says what it shows, of whom and as at when', () => {
  const svg = toSvg(framed(radar, SOURCE))
  expect(svg).toContain('>Now and target</tspan>')
  expect(svg).toContain('>Northmoor and Vale. Autumn 2026, as at 30 November 2026</tspan>')
  expect(svg).not.toContain('REHEARSAL')
})

it('PI16: made-up data are stamped in the drawing and in its name', () => {
  const svg = toSvg(framed(radar, { ...SOURCE, isRehearsal: true }))
  expect(svg).toContain('>REHEARSAL</tspan>')
  expect(svg).toContain('<title>REHEARSAL. Now and target')
})

it('PI16: on a sheet of all pictures each keeps its own title and stamp, and none covers another', () => {
  const source = { ...SOURCE, isRehearsal: true }
  const pictures = [
    radar,
    drawGapBars(radarOf([2], [3])),
    drawHeatMap(areasOf(3, [1, 2, 3])),
    drawHeatMap(areasOf(40, [])),
  ]
  const sheet = sheetOf(pictures.map(picture => ({ picture, source })))
  expect(toSvg(sheet).match(/>REHEARSAL</g)).toHaveLength(4)
  const tops = sheet.marks.flatMap(mark => (mark.kind === 'text' && mark.size === 19 ? [mark.at] : []))
  expect(tops.map(at => [at.x > sheet.width / 2, Math.round(at.y)])).toEqual(placed(pictures, source))
  const each = pictures.map(picture => framed(picture, source))
  const wide = each.at(-1)!
  expect(sheet.width).toBe(Math.max(2 * Math.max(...each.slice(0, -1).map(scene => scene.width)), wide.width))
  expect(sheet.height).toBeLessThan(each.reduce((sum, scene) => sum + scene.height, 0))
})

/** Where the titles belong: the radar left, the gaps beside it, the next under the shorter one, the wide one below all. */
function placed(pictures: readonly Picture[], source: PictureSource): [boolean, number][] {
  const [first, second, third] = pictures.map(picture => framed(picture, source).height) as [
    number,
    number,
    number,
  ]
  const title = 24 + 8 + 7
  const isThirdRight = second < first
  const foot = isThirdRight ? Math.max(first, second + third) : Math.max(first + third, second)
  return [
    [false, title],
    [true, title],
    [isThirdRight, title + Math.min(first, second)],
    [false, title + foot],
  ]
}
