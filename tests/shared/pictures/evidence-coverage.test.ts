import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  drawEvidenceCoverage,
  type EvidenceInput,
  type EvidencePrinciple,
} from '../../../shared/pictures/evidence-coverage.ts'
import type { Mark } from '../../../shared/pictures/scene.ts'
import { toSvg } from '../../../shared/pictures/to-svg.ts'
import { anyStanding, LEVEL_NAMES, NINE, said } from './inputs.ts'

type Item = EvidencePrinciple['items'][number]

function evidenceOf(items: readonly (readonly Item[])[]): EvidenceInput {
  return {
    areaName: 'Northmoor and Vale',
    today: '2026-11-24',
    levelNames: LEVEL_NAMES,
    principles: NINE.map((principle, index) => ({ ...principle, now: said(2), items: items[index] ?? [] })),
  }
}

const textsOf = (marks: readonly Mark[]) =>
  marks.flatMap(mark =>
    mark.kind === 'text' ? mark.runs.map(run => ({ text: run.text, isBold: run.isBold })) : [],
  )
const signsOf = (marks: readonly Mark[]) =>
  marks.flatMap(mark => (/^(assertion|document|data|checked)$/.test(mark.role ?? '') ? [mark.role] : []))

it('PI14: a sign an item, weakest first, and the age of the newest', () => {
  const { scene, table } = drawEvidenceCoverage(
    evidenceOf([
      [
        { strength: 'checked', refersOn: '2025-01-01' },
        { strength: 'assertion', refersOn: '2026-11-03' },
      ],
    ]),
  )
  // The key follows with one sign of each strength.
  expect(signsOf(scene.marks)).toEqual(['assertion', 'checked', 'assertion', 'document', 'data', 'checked'])
  expect(table.rows[0]).toEqual([
    '1 Parity of esteem',
    '2 Developing',
    '2',
    'assertion 1, independently checked 1',
    '3 weeks',
  ])
})

it('PI14: evidence older than twelve months is bold, and twelve months to the day is not', () => {
  const ageOf = (refersOn: string | null) => {
    const { scene } = drawEvidenceCoverage(evidenceOf([[{ strength: 'data', refersOn }]]))
    return textsOf(scene.marks).find(run => /month|date/.test(run.text))
  }
  expect(ageOf('2025-11-24')).toEqual({ text: '12 months', isBold: false })
  expect(ageOf('2025-09-24')).toEqual({ text: '14 months', isBold: true })
  expect(ageOf(null)).toEqual({ text: 'No date', isBold: true })
})

it('PI14: a rating without evidence says None in bold', () => {
  const { scene, alt } = drawEvidenceCoverage(evidenceOf([]))
  expect(textsOf(scene.marks).filter(run => run.text === 'None' && run.isBold)).toHaveLength(9)
  expect(alt).toContain('4 Mental health from the start: 2 Developing, no evidence.')
})

it('PI14: more items than fit are counted, in every row', () => {
  const many = Array.from({ length: 120 }, (): Item => ({ strength: 'data', refersOn: '2026-11-01' }))
  const { scene } = drawEvidenceCoverage(evidenceOf([many, [{ strength: 'assertion', refersOn: null }]]))
  expect(textsOf(scene.marks).map(run => run.text)).toContain('120')
  expect(signsOf(scene.marks)).toHaveLength(2 + 4)
})

it('PI6: any evidence: the table counts what is drawn from, and every number is a number', () => {
  const anyItem: fc.Arbitrary<Item> = fc.record({
    strength: fc.constantFrom('assertion', 'document', 'data', 'checked'),
    refersOn: fc.constantFrom(null, '2026-11-24', '2020-02-29', '2031-01-01'),
  })
  const anyPrinciple = fc.record({ now: anyStanding, items: fc.array(anyItem, { maxLength: 14 }) })
  fc.assert(
    fc.property(fc.array(anyPrinciple, { minLength: 9, maxLength: 9 }), all => {
      const input = evidenceOf([])
      const principles = input.principles.map((principle, index) => ({ ...principle, ...all[index]! }))
      const { scene, table, alt } = drawEvidenceCoverage({ ...input, principles })
      expect(toSvg(scene)).not.toMatch(/NaN|Infinity|undefined/)
      table.rows.forEach((row, index) => {
        const [name, , items, strengths] = row
        expect(alt).toContain(name)
        expect(row).toHaveLength(table.columns.length)
        expect(Number(items)).toBe(all[index]!.items.length)
        const counts = [...strengths!.matchAll(/\d+/g)].map(Number)
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(Number(items))
      })
    }),
  )
})
