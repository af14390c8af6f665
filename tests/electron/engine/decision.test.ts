import { expect, it } from 'vitest'
import type { ActionId, PrincipleId } from '../../../shared/model/ids.ts'
import { startWorkbook } from '../../helpers/engine.ts'

const SAID = {
  kind: 'challenged',
  text: 'Why is nothing spent on prevention?',
  on: '2026-12-04',
  meeting: 'Partnership board',
  principleId: null,
  actionId: null,
} as const

it('RN20: is written down before and after the round is signed off, and taken back', async () => {
  const { page, key } = await startWorkbook()
  await page.decision.add({ ...SAID, roundId: key.roundId })
  await page.round.signOff({ id: key.roundId, by: 'Helen Marsh' })
  const { id } = await page.decision.add({
    ...SAID,
    roundId: key.roundId,
    kind: 'agreed',
    text: 'The plan',
    principleId: key.principleId,
  })
  await page.decision.set({ id: id!, set: { text: 'The plan, without A-02' } })
  const { rows } = await page.workbook.read()
  expect(rows.decisions.map(({ kind, text }) => [kind, text])).toEqual([
    ['challenged', SAID.text],
    ['agreed', 'The plan, without A-02'],
  ])
  const { entries } = await page.history.list({ about: { principleId: key.principleId } })
  expect(entries.map(({ words }) => words)).toEqual([
    'Changed what the board agreed: The plan, without A-02',
    'The board agreed: The plan',
  ])
  await page.decision.remove({ id: id! })
  await page.edit.undo()
  expect((await page.workbook.read()).rows.decisions).toEqual(rows.decisions)
})

it('RN20: names a principle and an action that exist', async () => {
  const { page, key } = await startWorkbook()
  const add = (more: object) => page.decision.add({ ...SAID, roundId: key.roundId, ...more })
  await expect(add({ principleId: 'tenth' as PrincipleId })).rejects.toThrow(/one of the nine/)
  await expect(add({ actionId: 'gone' as ActionId })).rejects.toThrow(/action is not in the workbook/)
})

it('RN23: stays when the action it speaks of is taken out of the plan', async () => {
  const { page, key } = await startWorkbook()
  const { id } = await page.action.add({
    areaId: key.areaId,
    principleId: key.principleId,
    title: 'Fund a plan',
  })
  await page.decision.add({ ...SAID, roundId: key.roundId, actionId: id as ActionId })
  await page.action.remove({ ids: [id as ActionId] })
  expect((await page.workbook.read()).rows.decisions).toMatchObject([{ actionId: id }])
})
