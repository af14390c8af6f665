import { describe, expect, it } from 'vitest'
import { startWorkbook } from '../../helpers/engine.ts'

const BY = 'Helen Marsh, programme director'

describe('signing off a round', () => {
  it('RN3: the name stands on it and its ratings can only be read', async () => {
    const { page, key } = await startWorkbook()
    await page.rating.set({ ...key, set: { level: 2 } })
    await page.round.signOff({ id: key.roundId, by: BY })
    const [round] = (await page.workbook.read()).rows.rounds
    expect(round).toMatchObject({ state: 'signed-off', signedOffBy: BY })
    expect(round?.signedOffAt).toMatch(/^\d{4}-/)
    await expect(page.rating.set({ ...key, set: { level: 3 } })).rejects.toThrow(/signed off/)
    await expect(page.round.set({ id: key.roundId, name: 'Other' })).rejects.toThrow(/signed off/)
    await expect(page.round.signOff({ id: key.roundId, by: BY })).rejects.toThrow(/signed off/)
  })

  it('RN4: the last round opens again for a reason, an earlier one does not', async () => {
    const { page, key } = await startWorkbook()
    await page.round.signOff({ id: key.roundId, by: BY })
    await page.round.reopen({ id: key.roundId, reason: 'The board asked for one more look' })
    const [entry] = (await page.history.list({})).entries
    expect(entry?.words).toBe('Opened Autumn 2026 again: The board asked for one more look')
    await expect(page.round.reopen({ id: key.roundId, reason: 'Again' })).rejects.toThrow(/already open/)
    await page.round.signOff({ id: key.roundId, by: BY })
    await page.round.start({ name: 'Spring 2027', asAt: '2027-05-31' })
    await expect(page.round.reopen({ id: key.roundId, reason: 'Again' })).rejects.toThrow(
      /Spring 2027 came after it/,
    )
  })

  it('RN5: signing off and starting are undone and done again', async () => {
    const { page, key } = await startWorkbook()
    await page.round.signOff({ id: key.roundId, by: BY })
    await page.round.start({ name: 'Spring 2027', asAt: '2027-05-31' })
    await page.edit.undo()
    await page.edit.undo()
    const before = (await page.workbook.read()).rows.rounds
    expect(before).toMatchObject([{ state: 'open', signedOffAt: null, signedOffBy: '' }])
    await page.edit.redo()
    await page.edit.redo()
    expect((await page.workbook.read()).rows.rounds).toMatchObject([
      { state: 'signed-off', signedOffBy: BY },
      { name: 'Spring 2027', state: 'open' },
    ])
  })
})

describe('the next round', () => {
  it('RN10: starts with nothing rated, beside what was', async () => {
    const { page, key } = await startWorkbook()
    await page.rating.set({ ...key, set: { level: 2, reason: 'The plan has money.' } })
    await expect(page.round.start({ name: 'Spring 2027', asAt: '2027-05-31' })).rejects.toThrow(/still open/)
    await page.round.signOff({ id: key.roundId, by: BY })
    const { id } = await page.round.start({ name: 'Spring 2027', asAt: '2027-05-31' })
    const { rows } = await page.workbook.read()
    expect(rows.rounds.at(-1)).toMatchObject({ id, name: 'Spring 2027', position: 2, state: 'open' })
    expect(rows.ratings.map(({ roundId, level }) => [roundId, level])).toEqual([[key.roundId, 2]])
    await page.rating.set({
      ...key,
      roundId: rows.rounds.at(-1)!.id,
      set: { level: 3, changeReason: 'real-change' },
    })
    expect((await page.workbook.read()).rows.ratings).toHaveLength(2)
  })

  it('RN11: needs a name of its own', async () => {
    const { page, key } = await startWorkbook()
    await page.round.signOff({ id: key.roundId, by: BY })
    await expect(page.round.start({ name: 'autumn 2026', asAt: '2027-05-31' })).rejects.toThrow(
      /already a round/,
    )
  })
})
