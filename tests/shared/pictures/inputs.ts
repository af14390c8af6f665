import fc from 'fast-check'
import type { AreasInput } from '../../../shared/pictures/areas.ts'
import type { RadarInput, RadarPrinciple } from '../../../shared/pictures/radar.ts'
import type { Standing } from '../../../shared/pictures/standing.ts'

export const LEVEL_NAMES = ['Not started', 'Emerging', 'Developing', 'Established', 'Leading'] as const
const TITLES = [
  ['Parity of esteem', 'Parity of esteem'],
  ['Outcomes that matter to people', 'Outcomes'],
  ['Partners beyond the NHS', 'Beyond the NHS'],
  ['Mental health from the start', 'From the start'],
  ['Whole-person care', 'Whole person'],
  ['Relationships and networks', 'Relationships'],
  ['Prevention and early help', 'Prevention'],
  ['Every contact counts', 'Every contact'],
  ['Mental health skills for all', 'Skills for all'],
] as const

/** The nine principles as pictures name them. */
export const NINE = TITLES.map(([title, shortTitle], index) => ({
  id: `principle-${index + 1}`,
  number: index + 1,
  title,
  shortTitle,
}))

export type Said = 0 | 1 | 2 | 3 | 4 | '-' | 'na'

/** A standing in short: a level, `-` for not discussed, `na` for not applicable. */
export function said(value: Said, isSplit = false): Standing {
  if (value === '-') return { state: 'not-discussed' }
  return value === 'na' ? { state: 'not-applicable' } : { state: 'rated', level: value, isSplit }
}

/** A radar of nine principles; targets and last round are `-` when left out. */
export function radarOf(
  now: readonly Said[],
  target: readonly Said[] = [],
  last?: readonly Said[],
): RadarInput {
  return {
    areaName: 'Northmoor and Vale',
    roundName: 'Autumn 2026',
    lastRoundName: last ? 'Spring 2026' : null,
    levelNames: LEVEL_NAMES,
    principles: NINE.map((principle, index): RadarPrinciple => {
      const aim = target[index] ?? '-'
      return {
        ...principle,
        now: said(now[index] ?? '-'),
        target: typeof aim === 'number' ? aim : null,
        last: last ? said(last[index] ?? '-') : null,
      }
    }),
  }
}

export const anyLevel = fc.constantFrom(0, 1, 2, 3, 4)
export const anyStanding: fc.Arbitrary<Standing> = fc.oneof(
  fc.record({ state: fc.constant('rated'), level: anyLevel, isSplit: fc.boolean() }),
  fc.constant({ state: 'not-discussed' } as const),
  fc.constant({ state: 'not-applicable' } as const),
) as fc.Arbitrary<Standing>

/** Names as people type and paste them: mark-up, controls, emoji, right-to-left, very long. */
export const anyName = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom('<b>&"\'', 'שלום', '🧠🏥', 'x'.repeat(3000), '\u0000\u001f', '\ud800', ''),
)

/** Any radar that could be asked for. */
export const anyRadar: fc.Arbitrary<RadarInput> = fc
  .record({
    areaName: anyName,
    hasLast: fc.boolean(),
    each: fc.array(
      fc.record({ now: anyStanding, target: fc.option(anyLevel), last: fc.option(anyStanding) }),
      { minLength: 9, maxLength: 9 },
    ),
  })
  .map(({ areaName, hasLast, each }) => ({
    areaName,
    roundName: 'Autumn 2026',
    lastRoundName: hasLast ? 'Spring 2026' : null,
    levelNames: LEVEL_NAMES,
    principles: each.map((values, index) => ({
      ...NINE[index]!,
      ...values,
      last: hasLast ? values.last : null,
    })) as RadarPrinciple[],
  }))

/** Areas where every principle has the same standings: of places by `each`, of the system `system`. */
export function areasOf(places: number, each: readonly Said[], system: Said = 2): AreasInput {
  return {
    systemName: 'Northmoor and Vale',
    roundName: 'Autumn 2026',
    levelNames: LEVEL_NAMES,
    placeNames: Array.from(
      { length: places },
      (_, index) => `${PLACES[index % 5]}${index > 4 ? ` ${index}` : ''}`,
    ),
    principles: NINE.map(principle => ({
      ...principle,
      system: said(system),
      places: Array.from({ length: places }, (_, index) => said(each[index] ?? '-')),
    })),
  }
}

const PLACES = ['Alderbrook', 'Castle Vale', 'Westmere', 'Northgate', 'Eastwick'] as const

/** Any set of areas, up to forty-five places. */
export const anyAreas: fc.Arbitrary<AreasInput> = fc.array(anyName, { maxLength: 45 }).chain(placeNames =>
  fc.record({
    systemName: anyName,
    roundName: fc.constant('Autumn 2026'),
    levelNames: fc.constant(LEVEL_NAMES),
    placeNames: fc.constant(placeNames),
    principles: fc
      .array(
        fc.record({
          system: anyStanding,
          places: fc.array(anyStanding, { minLength: placeNames.length, maxLength: placeNames.length }),
        }),
        { minLength: 9, maxLength: 9 },
      )
      .map(all => all.map((values, index) => ({ ...NINE[index]!, ...values }))),
  }),
)
