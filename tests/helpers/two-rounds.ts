import { join } from 'node:path'
import type { Level } from '../../shared/model/fields.ts'
import type { PrincipleId, RoundId } from '../../shared/model/ids.ts'
import type { ChangeReason, OrganisationType } from '../../shared/model/rating.ts'
import { DETAILS, freshFolder, startEngine, WHO } from './engine.ts'

/** Hands by type for one count: `{ council: '1122' }` are two hands at 1 and two at 2. */
type Hands = Partial<Record<OrganisationType, string>>

/** Said in the first round by the one person with lived experience; it must be nobody's in any file. */
export const MINORITY = 'Nothing has changed on the ward I know'
const NAME = 'Sunita Rao'

/**
 * A workbook of two rounds in one room, half a year apart, told through the engine's own calls: two counts, a split left split,
 * minority views, parked items, a count never revealed, decisions, every kind of change, other people, a measure, signed off, opened
 * again with a reason and signed off again. Single persons of two types are in the first room.
 * `afterFirst` happens once the board has spoken on the first round.
 */
export async function twoRounds(afterFirst: (story: TwoRounds) => Promise<unknown> = async () => {}) {
  let now = '2026-11-24T09:00:00.000Z'
  let ids = 0
  const { page, shell } = startEngine({ now: () => now, newId: () => `id-${ids++}` })
  const folder = freshFolder()
  const path = join(folder, 'Northmoor.ninefold')
  await shell.file.create({ path, details: DETAILS, who: WHO })
  const { rows, framework } = await page.workbook.read()
  const areaId = rows.areas[0]!.id
  const principles = [...framework.principles].sort((a, b) => a.number - b.number).map(({ id }) => id)
  let room = { roundId: rows.rounds[0]!.id, areaId }
  const keyOf = (number: number) => ({ ...room, principleId: principles[number - 1] as PrincipleId })

  const here = async (people: Partial<Record<OrganisationType, number>>) => {
    for (const [type, number] of Object.entries(people))
      await page.room.setAttendance({ ...room, organisationType: type as OrganisationType, people: number })
  }
  const count = async (number: number, which: 1 | 2, hands: Hands) => {
    for (const [from, levels] of Object.entries(hands))
      for (const level of new Set(levels))
        await page.room.count({
          ...keyOf(number),
          ...{ count: which, from: from as OrganisationType, level: Number(level) as Level },
          hands: levels.split(level).length - 1,
        })
  }
  const show = (number: number) => page.room.show({ ...keyOf(number), isShown: true })
  const agree = (number: number, level: Level, reason = '', minority?: readonly [OrganisationType, string]) =>
    page.room.agree({
      ...keyOf(number),
      ...{ level, reason, minorityView: minority?.[1] ?? '', minorityType: minority?.[0] ?? null },
    })
  const rate = async (number: number, level: Level, hands: Hands) => {
    await count(number, 1, hands)
    await show(number)
    await agree(number, level, 'As the room saw it')
  }
  const because = (number: number, changeReason: ChangeReason, changeNote: string) =>
    page.rating.set({ ...keyOf(number), set: { changeReason, changeNote } })

  await here({ commissioner: 3, council: 4, community: 3, 'acute-trust': 1 })
  const person = (await page.room.addPerson({ ...room, name: NAME, organisationType: 'lived-experience' }))
    .id!
  await count(1, 1, { commissioner: '000', council: '0444', community: '444', 'acute-trust': '2' })
  await page.room.vote({ ...keyOf(1), count: 1, participantId: person, level: 0 })
  await show(1)
  await page.room.startSecondCount(keyOf(1))
  await count(1, 2, { commissioner: '222', council: '2223', community: '123', 'acute-trust': '2' })
  await page.room.vote({ ...keyOf(1), count: 2, participantId: person, level: 1 })
  await show(1)
  await agree(1, 2)
  await count(2, 1, { commissioner: '111', council: '1144', community: '444', 'acute-trust': '4' })
  await page.room.vote({ ...keyOf(2), count: 1, participantId: person, level: 0 })
  await show(2)
  await agree(2, 1, 'Planned from the lower end', ['lived-experience', MINORITY])
  await count(3, 1, { council: '1112', commissioner: '111', community: '122' })
  await show(3)
  await agree(3, 1, '', ['council', 'Alderbrook is further on'])
  await rate(4, 3, { council: '3333', commissioner: '334', community: '333' })
  await rate(5, 2, { council: '2222', commissioner: '222' })
  await rate(6, 2, { council: '2222', commissioner: '221' })
  await rate(7, 1, { council: '1111', commissioner: '112' })
  await count(8, 1, { council: '0000', commissioner: '444' })
  const parked = await page.room.park({ ...keyOf(1), text: 'Who pays for the second year?' })
  const loose = await page.room.park({ ...room, principleId: null, text: 'Ask the press office' })
  await page.room.settleParked({ id: parked.id!, outcome: 'action' })
  await page.room.settleParked({ id: loose.id!, outcome: 'note' })
  const action = (await page.workbook.read()).rows.actions[0]!
  const measure = await page.measure.add({
    ...{ areaId, principleId: principles[0]!, name: 'Health checks' },
    set: { unit: '%', baseline: 40, baselineOn: '2026-10-31', target: 60, targetOn: '2027-10-31' },
  })
  const first = room.roundId
  now = '2026-12-01T09:00:00.000Z'
  await page.round.signOff({ id: first, by: 'Helen Marsh, programme director' })
  now = '2026-12-08T09:00:00.000Z'
  const said = { roundId: first, on: '2026-12-04', meeting: 'Partnership board', actionId: null }
  await page.decision.add({ ...said, kind: 'agreed', text: 'Two posts', principleId: principles[0]! })
  await page.decision.add({
    ...said,
    kind: 'challenged',
    text: 'Level 3 is high',
    principleId: principles[3]!,
  })
  await page.decision.add({
    ...said,
    ...{ kind: 'asked', text: 'A costed plan', principleId: null, actionId: action.id },
  })

  const story = { page, shell, folder, path }
  await afterFirst(story)
  now = '2027-05-20T09:00:00.000Z'
  const next = await page.round.start({ name: 'Spring 2027', asAt: '2027-05-31' })
  room = { roundId: next.id as RoundId, areaId }
  await here({ commissioner: 4, council: 3, 'voluntary-sector': 5, 'lived-experience': 2 })
  await count(1, 1, { commissioner: '1111', council: '444', 'voluntary-sector': '33344' })
  await show(1)
  await page.room.startSecondCount(keyOf(1))
  await count(1, 2, {
    commissioner: '3333',
    council: '333',
    'voluntary-sector': '33344',
    'lived-experience': '22',
  })
  await show(1)
  await agree(1, 3)
  await because(1, 'real-change', 'Both posts are filled.')
  await rate(2, 2, { commissioner: '2222', council: '222', 'voluntary-sector': '22223' })
  await because(2, 'better-evidence', 'The audit covers every ward.')
  await rate(4, 2, { commissioner: '2222', council: '223' })
  await because(4, 'misjudged', 'We had counted plans as practice.')
  await rate(5, 3, { commissioner: '3333', 'voluntary-sector': '33333' })
  await because(5, 'different-people', 'The voluntary sector was not here last time.')
  await rate(6, 2, { commissioner: '2222', council: '222' })
  await rate(9, 1, { commissioner: '1111', council: '112' })
  await page.measure.addPoint({ measureId: measure.id as never, on: '2027-02-28', value: 47 })
  await page.measure.addPoint({ measureId: measure.id as never, on: '2027-04-30', value: 52 })
  now = '2027-06-02T09:00:00.000Z'
  await page.round.signOff({ id: room.roundId, by: 'Helen Marsh, programme director' })
  now = '2027-06-03T09:00:00.000Z'
  await page.round.reopen({ id: room.roundId, reason: 'The board asked for one more look' })
  await page.rating.set({ ...keyOf(6), set: { reason: 'Looked at again; it stays.' } })
  await page.round.signOff({ id: room.roundId, by: 'Helen Marsh, programme director' })
  return story
}

type TwoRounds = Pick<ReturnType<typeof startEngine>, 'page' | 'shell'> & { folder: string; path: string }
