import { Resvg } from '@resvg/resvg-js'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { drawRadar } from '../../../shared/pictures/radar.ts'
import { toSvg } from '../../../shared/pictures/to-svg.ts'
import { anyRadar, radarOf } from './inputs.ts'

it('PI7: any radar is well-formed, whatever its names hold, and has no number that is none', () => {
  fc.assert(
    fc.property(anyRadar, input => {
      const svg = toSvg(drawRadar(input).scene)
      expect(svg).not.toMatch(/NaN|Infinity|undefined/)
      // resvg parses XML strictly and throws on the first fault.
      expect(new Resvg(svg, { font: { loadSystemFonts: false } }).width).toBe(460)
    }),
    { numRuns: 60 },
  )
})

it('PI7: a picture names itself, describes itself, and writes out its fonts and colours', () => {
  const svg = toSvg(drawRadar(radarOf([2, 1], [3, 2])).scene)
  expect(svg).toMatch(
    /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="460" height="\d+" viewBox="0 0 460 \d+"/,
  )
  expect(svg).toContain(
    '<title>Now and target: Northmoor and Vale, Autumn 2026</title><desc>Radar of 9 principles',
  )
  expect(svg).toContain('font-family="Arial, Liberation Sans, DejaVu Sans, sans-serif"')
  expect(svg).not.toMatch(/style=|class=|var\(/)
})

it('PI7: names are written as text, never as mark-up', () => {
  const svg = toSvg(drawRadar({ ...radarOf([2]), areaName: '<script>&"\u0007\ud800' }).scene)
  expect(svg).toContain('Now and target: &lt;script&gt;&amp;&quot;, Autumn 2026')
})
