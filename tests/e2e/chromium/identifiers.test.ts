import { describe, expect, it } from 'vitest'
import { exportPage } from '../pages/export-page.ts'
import { workbookPage } from '../pages/workbook-page.ts'
import { expectNoAxeViolations } from './axe.ts'
import { type AppOptions, startApp } from './fixtures.ts'

/** A reason that speaks of somebody, and an action that does. */
const ofSomebody: AppOptions['prepare'] = async page => {
  const { rows, framework } = await page.workbook.read()
  const key = {
    roundId: rows.rounds[0]!.id,
    areaId: rows.areas[0]!.id,
    principleId: framework.principles[2]!.id,
  }
  await page.rating.set({ ...key, set: { level: 1, reason: 'Mrs Jones, born 12/3/61, waited nine weeks.' } })
  await page.action.add({
    ...key,
    title: 'Ring Mrs Jones on 07700 900123',
    set: { owner: 'Dr Anna Whitcombe' },
  })
}

describe('likely identifiers before anything leaves', () => {
  it('ID30 ID31 ID32 ID33: are listed, followed and back, cleared, and the user decides', async () => {
    const { page, complaints } = await startApp({ prepare: ofSomebody })
    const exports = exportPage(page)
    await exports.open()
    await exports.make.press('Enter')
    const list = page.getByRole('dialog', { name: '3 likely identifiers' })
    await list.waitFor()
    await list.getByText('This list is a help and no guarantee', { exact: false }).waitFor()
    await expectNoAxeViolations(page)

    await list.getByRole('link', { name: 'Reason, 3 Partners beyond the NHS' }).first().press('Enter')
    await page.getByRole('heading', { level: 1, name: /Partners beyond the NHS/ }).waitFor()
    const reason = page.getByRole('textbox', { name: 'Why this level' }).first()
    expect(await reason.inputValue()).toContain('Mrs Jones')
    await expectNoAxeViolations(page)
    await reason.fill('Mrs Jones waited nine weeks.')
    await page.getByRole('link', { name: 'Back to the list' }).press('Enter')
    const again = page.getByRole('dialog', { name: '2 likely identifiers' })
    await again.waitFor()

    await again.getByRole('button', { name: 'Not an identifier' }).first().press('Enter')
    const one = page.getByRole('dialog', { name: '1 likely identifier' })
    await one.getByRole('button', { name: 'Cancel' }).press('Enter')
    await one.waitFor({ state: 'detached' })
    await exports.make.press('Enter')
    await one.waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download', { timeout: 30_000 }),
      one.getByRole('button', { name: 'Go on all the same' }).press('Enter'),
    ])
    expect(download.suggestedFilename()).toMatch(/mental health action plan/)

    // A way whose file holds nothing of the kind asks nothing; the copy of everything does, from wherever it is started.
    await exports.download('Make rating slip')
    await workbookPage(page).go('settings')
    await page.keyboard.press('Control+k')
    await page.getByRole('searchbox', { name: 'Find or do' }).fill('save a copy')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: /likely identifiers?$/ }).waitFor()
    expect(complaints).toEqual([])
  })
})
