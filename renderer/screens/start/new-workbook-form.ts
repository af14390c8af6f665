import type { NewWorkbook, Person } from '../../../shared/contract/control.ts'
import type { Day } from '../../../shared/model/fields.ts'
import type { SystemKind } from '../../../shared/model/workbook.ts'
import { firstRound } from '../../../shared/rules/first-round.ts'

/** What the page has in its fields. */
export type Filled = {
  readonly systemName: string
  readonly systemKind: SystemKind
  readonly systemKindOther: string
  readonly places: readonly string[]
  readonly roundName: string
  readonly asAt: Day | null
  readonly person: Person
}

export type FieldName = 'systemName' | 'systemKindOther' | 'roundName' | 'asAt'
export type Wrong = { readonly [F in FieldName]?: string }

/** A page that needs little more than the system's name: this season's round, as at the end of this month. */
export function usualFilling(today: Day): Filled {
  return {
    systemName: '',
    systemKind: 'stp',
    systemKindOther: '',
    places: [],
    ...firstRound(today),
    person: { name: '', role: '' },
  }
}

/** What is missing or wrong, a sentence for each field. */
export function wrongIn(filled: Filled): Wrong {
  return {
    ...(filled.systemName.trim() ? {} : { systemName: 'Say which system this workbook is about.' }),
    ...(filled.systemKind === 'other' && !filled.systemKindOther.trim()
      ? { systemKindOther: 'Say what the system is called.' }
      : {}),
    ...(filled.roundName.trim() ? {} : { roundName: 'Give the first round a name, such as Autumn 2026.' }),
    ...(filled.asAt ? {} : { asAt: 'Give the day the ratings speak about.' }),
  }
}

/** The details a shell makes the file from. */
export function detailsOf(filled: Filled): NewWorkbook {
  return {
    systemName: filled.systemName.trim(),
    systemKind: filled.systemKind,
    systemKindOther: filled.systemKind === 'other' ? filled.systemKindOther.trim() : '',
    places: [...filled.places],
    roundName: filled.roundName.trim(),
    asAt: filled.asAt!,
  }
}

/** The names in what was typed or pasted: commas and new lines part them; names there already are passed over. */
export function withPlaces(places: readonly string[], typed: string): readonly string[] {
  const all = [...places]
  for (const part of typed.split(/[\n,;]+/)) {
    const name = part.trim().replace(/\s+/g, ' ')
    if (name && !all.some(one => one.toLowerCase() === name.toLowerCase())) all.push(name)
  }
  return all
}
