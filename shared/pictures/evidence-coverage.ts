import type { Evidence, Strength } from '../model/evidence.ts'
import type { Day } from '../model/fields.ts'
import { isRecent, RECENT_MONTHS } from '../rules/evidence-age.ts'
import { ageOf, count } from '../text/dates.ts'
import { strengthWords } from '../text/words.ts'
import { edge, line, paper, quiet } from './colours.ts'
import { type KeyItem, keyRow } from './key.ts'
import { oddItems, principleName, standingCell, words } from './parts.ts'
import { type Mark, moved, type Picture } from './scene.ts'
import { type PicturedPrinciple, type Standing, standingWords } from './standing.ts'

/** What the picture of evidence shows of one principle. */
export type EvidencePrinciple = PicturedPrinciple & {
  readonly now: Standing
  readonly items: readonly Pick<Evidence, 'strength' | 'refersOn'>[]
}

export type EvidenceInput = {
  readonly areaName: string
  /** The day ages are told from, `2026-11-24`. */
  readonly today: Day
  readonly levelNames: readonly string[]
  readonly principles: readonly EvidencePrinciple[]
}

const WIDTH = 416
const ROW = 34
const HEADING = 26
const LEVEL_AT = 152
const ITEMS_AT = 184
const NEWEST_AT = 326
const APART = 15
/** More items than this in any row, and every row gives a count beside each sign. */
const MOST_SIGNS = 9
const STRENGTHS = ['assertion', 'document', 'data', 'checked'] as const satisfies readonly Strength[]

/** Evidence behind each rating: how many items, how strong, and how old the newest is. */
export function drawEvidenceCoverage(input: EvidenceInput): Picture {
  const title = `Evidence behind each rating: ${input.areaName}`
  const areCounted = input.principles.some(principle => principle.items.length > MOST_SIGNS)
  const bottom = HEADING + ROW * input.principles.length
  const key = keyRow(
    [...keyItems(), ...oddItems(input.principles.map(principle => principle.now))],
    0,
    bottom + 10,
    WIDTH,
  )
  const marks: Mark[] = (
    [
      [0, 'Principle'],
      [LEVEL_AT - 16, 'Level'],
      [ITEMS_AT, 'Items'],
      [NEWEST_AT, 'Newest'],
    ] as const
  ).map(([x, text]) => words({ x, y: 12 }, text, { size: 13, isBold: true, fill: quiet }))
  const alt = `${title}. ${input.principles.map(principle => sentenceOf(principle, input)).join(' ')}`
  return {
    title: 'Evidence behind each rating',
    alt,
    scene: {
      width: WIDTH,
      height: Math.ceil(bottom + 12 + key.height),
      title,
      description: alt,
      marks: [
        ...marks,
        ruleAt(HEADING, edge),
        ...input.principles.flatMap((principle, row) =>
          rowMarks(principle, input.today, areCounted, HEADING + ROW * (row + 0.5)),
        ),
        ...key.marks,
      ],
    },
    table: {
      caption: title,
      columns: ['Principle', 'Level', 'Items', 'Strength', 'Newest'],
      rows: input.principles.map(principle => [
        nameOf(principle),
        standingWords(principle.now, input.levelNames),
        String(principle.items.length),
        strengthsOf(principle),
        newestWords(principle, input.today),
      ]),
    },
  }
}

function rowMarks(principle: EvidencePrinciple, today: Day, areCounted: boolean, y: number): Mark[] {
  const isOld = principle.items.length > 0 && !hasRecent(principle, today)
  return [
    ...principleName(principle, principle.shortTitle, { x: 0, y }, LEVEL_AT - 22),
    ...standingCell({ middle: { x: LEVEL_AT, y }, width: 24, height: 24 }, principle.now),
    ...(principle.items.length === 0
      ? [words({ x: ITEMS_AT, y }, 'None', { isBold: principle.now.state === 'rated' })]
      : areCounted
        ? countedSigns(principle, y)
        : signs(principle, y)),
    words({ x: NEWEST_AT, y }, newestWords(principle, today), { isBold: isOld }),
    ruleAt(y + ROW / 2, line),
  ]
}

/** A sign an item, weakest first. */
function signs(principle: EvidencePrinciple, y: number): Mark[] {
  const strengths = STRENGTHS.flatMap(strength =>
    Array.from({ length: ofStrength(principle, strength) }, () => strength),
  )
  return strengths.flatMap((strength, index) => moved(signOf(strength), ITEMS_AT + 6 + index * APART, y))
}

/** A sign a strength, with how many there are. */
function countedSigns(principle: EvidencePrinciple, y: number): Mark[] {
  const there = STRENGTHS.filter(strength => ofStrength(principle, strength) > 0)
  return there.flatMap((strength, index) => {
    const x = ITEMS_AT + 6 + index * 35
    return [
      ...moved(signOf(strength), x, y),
      words({ x: x + 9, y }, String(ofStrength(principle, strength)), { size: 12 }),
    ]
  })
}

/** Signs differ by shape and fill: hollow, grey, full, and full with a tick. */
function signOf(strength: Strength): Mark[] {
  const square = { kind: 'rect', x: -5, y: -5, width: 10, height: 10, role: strength } as const
  if (strength === 'assertion')
    return [
      { kind: 'circle', cx: 0, cy: 0, r: 4.5, fill: paper, stroke: quiet, strokeWidth: 1.5, role: strength },
    ]
  if (strength === 'document') return [{ ...square, fill: edge, stroke: quiet }]
  if (strength === 'data') return [{ ...square, fill: quiet, stroke: quiet }]
  const tick = [
    { x: -3, y: 0 },
    { x: -0.8, y: 2.4 },
    { x: 3.2, y: -2.6 },
  ]
  return [
    { ...square, x: -6, y: -6, width: 12, height: 12, fill: quiet, stroke: quiet },
    { kind: 'path', points: tick, isClosed: false, stroke: paper, strokeWidth: 1.75 },
  ]
}

function keyItems(): KeyItem[] {
  return STRENGTHS.map(strength => ({ width: 12, words: strengthWords[strength], marks: signOf(strength) }))
}

function ruleAt(y: number, stroke: string): Mark {
  return { kind: 'line', from: { x: 0, y }, to: { x: WIDTH, y }, stroke }
}

function ofStrength(principle: EvidencePrinciple, strength: Strength): number {
  return principle.items.filter(item => item.strength === strength).length
}

/** `document 1, data 4`. */
function strengthsOf(principle: EvidencePrinciple): string {
  return STRENGTHS.filter(strength => ofStrength(principle, strength) > 0)
    .map(strength => `${strengthWords[strength].toLowerCase()} ${ofStrength(principle, strength)}`)
    .join(', ')
}

function hasRecent(principle: EvidencePrinciple, today: Day): boolean {
  return principle.items.some(item => item.refersOn !== null && isRecent(item.refersOn, today))
}

/** `3 weeks`; `No date` when none of the items says what day it speaks about. */
function newestWords(principle: EvidencePrinciple, today: Day): string {
  if (principle.items.length === 0) return ''
  const days = principle.items.flatMap(item =>
    item.refersOn !== null && item.refersOn <= today ? [item.refersOn] : [],
  )
  const newest = days.sort().at(-1)
  return newest ? ageOf(newest, today) : 'No date'
}

function sentenceOf(principle: EvidencePrinciple, input: EvidenceInput): string {
  const rating = standingWords(principle.now, input.levelNames)
  if (principle.items.length === 0) return `${nameOf(principle)}: ${rating}, no evidence.`
  const old = hasRecent(principle, input.today) ? '' : `, none from the last ${RECENT_MONTHS} months`
  const items = count(principle.items.length, 'item')
  return `${nameOf(principle)}: ${rating}, ${items}, newest ${newestWords(principle, input.today)}${old}.`
}

function nameOf(principle: EvidencePrinciple): string {
  return `${principle.number} ${principle.title}`
}
