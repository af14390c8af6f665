import type { Day } from '../model/fields.ts'

/** What the first round of a workbook is called and speaks about unless someone says otherwise. */
export function firstRound(today: Day): { readonly roundName: string; readonly asAt: Day } {
  return { roundName: seasonOf(today), asAt: endOfMonth(today) }
}

/** `Autumn 2026`: the season a day lies in. */
export function seasonOf(day: Day): string {
  const [year, month] = day.split('-').map(Number) as [number, number]
  const season = ['Winter', 'Spring', 'Summer', 'Autumn'][Math.floor((month % 12) / 3)]
  return `${season} ${year}`
}

function endOfMonth(day: Day): Day {
  const [year, month] = day.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}
