import type { Action, Priority, Update } from '../../../../shared/model/action.ts'
import type { Day } from '../../../../shared/model/fields.ts'
import { shippedFramework } from '../../framework.ts'
import { actionIdAt, type SampleArea, type SampleBook, shareOf } from './book.ts'
import { addDays, STORY_DAY, untilStory } from './calendar.ts'
import { type Chance, chanceFor } from './chance.ts'
import { MITIGATIONS, personName, RISKS, says, saysMuch, TEAMS } from './words.ts'

/** An action as it was added, and the dated lines since; the last of them leaves it as it is now. */
export type Life = {
  readonly round: number
  readonly addedOn: Day
  readonly area: SampleArea
  readonly action: Action
  readonly lines: readonly Line[]
}

/** One dated line of progress, and who checked the action with it. */
export type Line = {
  readonly on: Day
  readonly update: Omit<Update, 'addedAt'>
  readonly checkedBy: string | null
}

const PRIORITIES: readonly (Priority | null)[] = ['high', 'medium', 'medium', 'low', null]
const NEEDS = [null, ...shippedFramework.levelsOfNeed.map(need => need.id)]
const OPEN = ['on-track', 'on-track', 'on-track', 'at-risk', 'at-risk', 'off-track', 'waiting', 'not-started']
const CLOSED = ['embedded', 'embedded', 'embedded', 'done']

/** Of a hundred actions added in this round and earlier ones, so many are over by now. */
const OVER_BY_AGE = [8, 40, 65, 85]

/** Every action with its life, in the order of references: the older ones come first. */
export function livesOf(book: SampleBook): Life[] {
  const chance = chanceFor('actions')
  return book.rounds.flatMap((round, index) => {
    const [from, to] = shareOf(book.size.actions, index, book.rounds.length)
    return Array.from({ length: to - from }, (_, offset): Life => {
      // Area by area, so that one edit adds what one place brought along.
      const area = book.areas[Math.floor((offset * book.areas.length) / (to - from))]!
      const addedOn = addDays(round.opensOn, 14 + (book.areas.indexOf(area) % 28))
      const age = book.rounds.length - 1 - index
      const final = chance.is(OVER_BY_AGE[Math.min(age, 3)]!) ? chance.pick(CLOSED) : chance.pick(OPEN)
      const action = actionOf(chance, book, area, from + offset + 1, addedOn, final)
      return { round: index, addedOn, area, action, lines: linesOf(chance, action, addedOn, final) }
    })
  })
}

function actionOf(
  chance: Chance,
  book: SampleBook,
  area: SampleArea,
  ref: number,
  addedOn: Day,
  final: string,
): Action {
  const principle = chance.pick(shippedFramework.principles)
  const step = chance.pick(principle.starterActions)
  const starter = chance.pick(step.actions)
  const isOver = CLOSED.includes(final)
  const hasRisk = chance.is(40)
  return {
    id: actionIdAt(ref),
    ref,
    areaId: area.id,
    principleId: principle.id,
    levelOfNeed: chance.pick(NEEDS),
    currentLevel: step.from as Action['currentLevel'],
    targetLevel: step.to as Action['targetLevel'],
    gap: chance.is(2) ? saysMuch(chance, 40) : says(chance),
    title: `${starter.title}, for ${chance.pick(TEAMS)}`,
    successMeasure: chance.is(94) ? starter.successMeasure : '',
    baseline: chance.is(50) ? says(chance) : '',
    owner: chance.is(isOver ? 100 : 95) ? chance.pick(book.people) : '',
    ownerRole: starter.suggestedOwnerRole,
    sponsor: chance.is(60) ? chance.pick(book.people) : '',
    partners: chance.is(50) ? `Council, ${area.name} voluntary sector` : '',
    startOn: chance.is(90) ? addDays(addedOn, chance.number(90)) : null,
    dueOn: dueOf(chance, addedOn, isOver),
    priority: chance.pick(PRIORITIES),
    statusId: 'not-started',
    resources: chance.is(40) ? `${1 + chance.number(5)} days a week` : '',
    risk: hasRisk ? chance.pick(RISKS) : '',
    likelihood: hasRisk ? 1 + chance.number(5) : null,
    consequence: hasRisk ? 1 + chance.number(5) : null,
    mitigation: hasRisk ? chance.pick(MITIGATIONS) : '',
    evidenceNote: '',
    verifiedBy: '',
    verifiedOn: null,
    governance: area.isSystem ? 'Partnership board' : `${area.name} place board`,
    createdAt: '',
    updatedAt: '',
  }
}

/** What is over was due at some time; of the rest about one in five is late on the day of the story. */
function dueOf(chance: Chance, addedOn: Day, isOver: boolean): Day | null {
  if (isOver) return addDays(addedOn, 60 + chance.number(300))
  if (chance.is(5)) return null
  return addDays(STORY_DAY, chance.is(20) ? -1 - chance.number(120) : chance.number(540))
}

function linesOf(chance: Chance, action: Action, addedOn: Day, final: string): Line[] {
  const wanted = final === 'not-started' ? chance.number(2) : 1 + chance.number(3)
  const days = Array.from({ length: wanted }, () => untilStory(addDays(addedOn, 20 + chance.number(140))))
  return days.sort().map((on, index): Line => {
    const isLast = index === wanted - 1
    const isChecked = isLast && final === 'embedded'
    const statusId = isLast ? (final === 'not-started' ? null : final) : chance.is(50) ? 'on-track' : null
    return {
      on,
      update: {
        id: `${action.id}-update-${index + 1}` as Update['id'],
        actionId: action.id,
        on,
        text: says(chance),
        author: action.owner,
        statusId,
      },
      checkedBy: isChecked ? otherThan(action.owner, chance) : null,
    }
  })
}

/** The owner is never the one who checks. */
function otherThan(owner: string, chance: Chance): string {
  const number = chance.number(100)
  return personName(number) === owner ? personName((number + 1) % 100) : personName(number)
}
