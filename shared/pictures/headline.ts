import { count } from '../text/dates.ts'
import { listOf } from '../text/sizes.ts'
import { type AreasInput, rangeOf, widestPrinciples } from './areas.ts'
import { furthestGaps, gapRows } from './gap-bars.ts'
import type { RadarInput } from './radar.ts'

/** The heading of the pictures: what they answer, in a line. */
export function pictureHeadline(input: RadarInput): string {
  const furthest = furthestGaps(input)
  const steps = furthest[0] ? furthest[0].target - furthest[0].now : 0
  const rated = input.principles.filter(principle => principle.now.state === 'rated').length
  if (furthest.length > 2) {
    const numbers = listOf(furthest.map(({ principle }) => principle.number))
    return `Furthest from target: ${numbers}, ${count(steps, 'step')} each`
  }
  if (furthest.length)
    return `Furthest from target: ${listOf(furthest.map(({ principle }) => `${principle.number} ${principle.title}`))}`
  if (gapRows(input).length) return 'Every target set is reached'
  return rated ? `${rated} of ${input.principles.length} rated, no target set yet` : 'Nothing rated yet'
}

/** The line under it: where places differ most, and that nothing is averaged. */
export function pictureLead(input: AreasInput): string {
  if (input.placeNames.length === 0) return ''
  const widest = widestPrinciples(input)
  const [first] = widest
  const range = first && rangeOf(first.places)
  if (!range) return 'Nothing here is an average.'
  const levels = range[1] - range[0]
  if (widest.length === input.principles.length)
    return `Places differ by ${levels} levels on every principle. Nothing here is an average.`
  const names = widest.map(principle =>
    widest.length > 2 ? principle.number : `${principle.number} ${principle.shortTitle}`,
  )
  return `Places differ most, by ${levels} levels, on ${listOf(names)}. Nothing here is an average.`
}
