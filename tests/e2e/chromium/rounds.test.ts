import { describe, expect, it } from 'vitest'
import { workbookPage } from '../pages/workbook-page.ts'
import { expectNoAxeViolations } from './axe.ts'
import { startApp } from './fixtures.ts'

describe('rounds', () => {
  it('RN1 RN2 RN3 RN10 RN14 RN15 RN16 RN21: looked through, signed off, and rated again from what was said', async () => {
    const { page, complaints } = await startApp({
      prepare: async calls => {
        const { rows, framework } = await calls.workbook.read()
        const key = {
          roundId: rows.rounds[0]!.id,
          areaId: rows.areas[0]!.id,
          principleId: framework.principles[0]!.id,
        }
        await calls.rating.set({ ...key, set: { level: 3, reason: 'The plan has money.', targetLevel: 4 } })
        const { principleId, ...room } = key
        expect(principleId).toBe('parity-of-esteem')
        await calls.room.setAttendance({ ...room, organisationType: 'commissioner', people: 4 })
        await calls.room.setAttendance({ ...room, organisationType: 'council', people: 3 })
        await calls.room.setAttendance({ ...room, organisationType: 'community', people: 1 })
      },
    })
    const frame = workbookPage(page)
    await frame.isShown()
    await page.getByRole('link', { name: 'Rounds' }).click()
    await page.getByRole('heading', { name: 'Autumn 2026 is open. 1 of 9 discussed.' }).waitFor()
    const checks = page.getByRole('region', { name: 'Before you sign off' })
    await checks.getByRole('link', { name: '2 Outcomes that matter to people' }).waitFor()
    await checks.getByText(/no evidence/).waitFor()
    await checks.getByText(/No open action for the target of 4/).waitFor()
    await expectNoAxeViolations(page)

    const by = page.getByRole('textbox', { name: 'Signed off by' })
    await by.fill('')
    await page.keyboard.press('Enter')
    await page.getByText('Say who signs this round off.').waitFor()
    await by.fill('Helen Marsh, programme director')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Autumn 2026 is signed off' }).waitFor()
    await expectNoAxeViolations(page)

    await page.getByText('Challenged', { exact: true }).click()
    await page.getByRole('textbox', { name: 'What it said' }).fill('Show what it costs')
    await page.getByRole('combobox', { name: 'About' }).selectOption({ label: '1 Parity of esteem' })
    await page.getByRole('button', { name: 'Add what it said' }).click()
    await page.getByRole('listitem').filter({ hasText: 'Show what it costs' }).waitFor()
    await expectNoAxeViolations(page)

    await page.getByRole('button', { name: 'Start Spring 2027' }).click()
    await page.getByRole('heading', { name: 'Spring 2027 is open. None of 9 discussed yet.' }).waitFor()
    const then = page.getByRole('row', { name: /1 Parity of esteem/ })
    await then.getByText('The plan has money.').waitFor()
    await then.getByText('Not discussed').waitFor()
    await then.getByText(/Challenged: Show what it costs/).waitFor()
    const room = page.getByRole('region', { name: 'Who was in the room' })
    await room.getByRole('row', { name: 'Commissioner 4 No one' }).waitFor()
    await room.getByRole('row', { name: 'Others together 4 No one' }).waitFor()
    await page.getByText('No level discussed in Spring 2027 differs from Autumn 2026.').waitFor()
    await expectNoAxeViolations(page)
    await frame.go('principle/parity-of-esteem')
    await page.getByRole('heading', { name: /Parity of esteem/ }).waitFor()
    await page.keyboard.press('2')
    await frame.saved()
    await frame.go('rounds')
    const changed = page.getByRole('region', { name: 'What changed since Autumn 2026' })
    await changed.getByText('Down from 3 to 2. No reason was given.').waitFor()

    await frame.go('principle/parity-of-esteem')
    await page.getByRole('radio', { name: /^4/ }).first().waitFor()
    await page.keyboard.press('2')
    await page.getByRole('combobox', { name: /It was 3 last round/ }).selectOption('misjudged')
    await page.getByRole('textbox', { name: 'What moved it, in a line' }).fill('The money was for one year')
    await page.keyboard.press('Enter')
    await frame.go('picture')
    await page.getByText('misjudged', { exact: true }).waitFor()
    await frame.go('rounds')
    await page
      .getByText(/We misjudged/)
      .first()
      .waitFor()

    await page.getByRole('button', { name: /^Round Spring 2027/ }).click()
    await page.getByRole('menuitemradio', { name: /Autumn 2026/ }).click()
    await page.getByRole('button', { name: /^Round Autumn 2026.*read only/ }).waitFor()
    expect(complaints).toEqual([])
  })

  it('AS36: a principle of a signed-off round is read only and says so', async () => {
    const { page } = await startApp({
      prepare: async calls => {
        const { rows } = await calls.workbook.read()
        await calls.round.signOff({ id: rows.rounds[0]!.id, by: 'Helen Marsh' })
      },
    })
    const frame = workbookPage(page)
    await frame.isShown()
    await frame.go('principle/parity-of-esteem')
    await page
      .getByText(/signed off/)
      .first()
      .waitFor()
    expect(await page.getByRole('radio', { disabled: false }).count()).toBe(0)
    await page.keyboard.press('2')
    await page.waitForTimeout(200)
    expect(
      await page
        .getByText('Nothing changed yet')
        .or(page.getByText(/^Saved/))
        .count(),
    ).toBe(1)
    expect(await page.getByRole('link', { name: /1 Parity of esteem.*Not discussed/ }).count()).toBe(1)
  })

  it('RN4 RN5: is opened again for a reason, and undo takes each step back', async () => {
    const { page } = await startApp({
      prepare: async calls => {
        const { rows } = await calls.workbook.read()
        await calls.round.signOff({ id: rows.rounds[0]!.id, by: 'Helen Marsh' })
      },
    })
    const frame = workbookPage(page)
    await frame.isShown()
    await frame.go('rounds')
    await page.getByRole('button', { name: 'Open it again' }).click()
    await page.getByRole('button', { name: 'Open Autumn 2026 again' }).click()
    await page.getByText('Say in a line why the round is opened again.').waitFor()
    await page
      .getByRole('textbox', { name: 'Why it is opened again' })
      .fill('The board asked for one more look')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: /^Autumn 2026 is open/ }).waitFor()
    await page.locator('h1').click()
    await frame.undo()
    await page.getByRole('heading', { name: 'Autumn 2026 is signed off' }).waitFor()
    await frame.go('history')
    await page
      .getByText(/Opened Autumn 2026 again: The board asked for one more look/)
      .first()
      .waitFor()
  })
})
