import type { Measure } from '../../../shared/model/measure.ts'
import { longDate } from '../../../shared/text/dates.ts'
import { figureWords } from '../../../shared/text/typed-number.ts'

/** What a change to a measure is called in history. */
export function measureWords(before: Measure, after: Measure): string {
  const { name } = after
  const fields = (Object.keys(after) as (keyof Measure)[]).filter(field => after[field] !== before[field])
  const [field] = fields
  if (fields.length !== 1 || !field) return `Changed the measure ${name}`
  if (field === 'name') return `Called the measure ${before.name} now ${name}`
  if (field === 'direction')
    return `Said that ${name} is better when ${after.direction === 'up' ? 'higher' : 'lower'}`
  if (field === 'baseline' || field === 'target') {
    const value = after[field]
    return value === null
      ? `Cleared the ${field} of ${name}`
      : `Set the ${field} of ${name} to ${figureWords(value, after.unit)}`
  }
  if (field === 'baselineOn' || field === 'targetOn') {
    const day = after[field]
    const what = `the ${field === 'baselineOn' ? 'baseline' : 'target'} date of ${name}`
    return day === null ? `Cleared ${what}` : `Set ${what} to ${longDate(day)}`
  }
  return `Changed the ${field} of ${name}`
}
