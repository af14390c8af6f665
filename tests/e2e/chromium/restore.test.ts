import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { WHO } from '../../helpers/engine.ts'
import { KEEP, namesIn } from '../../helpers/snapshots.ts'
import { workbookPage } from '../pages/workbook-page.ts'
import { expectNoAxeViolations } from './axe.ts'
import { type App, startApp } from './fixtures.ts'

/** A workbook with a snapshot, and changes since. */
function startWithSnapshot(): Promise<App> {
  return startApp({
    async prepare(page, path, shell) {
      const { rows, framework } = await page.workbook.read()
      const key = {
        roundId: rows.rounds[0]!.id,
        areaId: rows.areas[0]!.id,
        principleId: framework.principles[2]!.id,
      }
      await page.rating.set({ ...key, set: { level: 1, reason: 'Two partners come' } })
      await shell.file.open({ path, who: WHO, snapshots: KEEP })
      await page.snapshot.take()
      await shell.file.open({ path, who: WHO })
      await page.rating.set({ ...key, set: { level: 3, reason: 'All partners come' } })
      await page.action.add({
        areaId: key.areaId,
        principleId: key.principleId,
        title: 'Agree one front door',
      })
    },
  })
}

const chosen = (page: Page) => page.getByRole('complementary')

it('SN23 SN16 SN17: the Restore screen says what would change, goes back, and undo brings it again', async () => {
  const { page, complaints } = await startWithSnapshot()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('restore')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Restore from a snapshot' }).waitFor()
  await chosen(page).getByText('1 rating changed since would be as it was then').waitFor()
  await chosen(page).getByText('1 action added since would go: “A-01 Agree one front door”.').waitFor()
  await chosen(page).getByText('2 changes made since').click()
  await expectNoAxeViolations(page)
  for (const [width, height] of [
    [1024, 768],
    [1366, 768],
    [1920, 1080],
  ] as const) {
    await page.setViewportSize({ width, height })
    await look(page, `restore-${width}`)
    const isCut = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
    expect(isCut, `${width} wide`).toBe(false)
  }
  await chosen(page).getByRole('button', { name: 'Go back to this in this workbook' }).click()
  await page.getByText(/^The workbook is as it was on .* undo brings the rest back\.$/).waitFor()
  await chosen(page).getByText('Nothing that the workbook shows.').waitFor()
  await workbookPage(page).undo()
  await chosen(page).getByText('1 action added since would go').waitFor()
  await page.getByRole('button', { name: 'Keep a snapshot now' }).click()
  await page.getByText('A snapshot of the workbook as it is now is kept.').waitFor()
  await page.getByText('The workbook stands just so now.').first().waitFor()
  await workbookPage(page).go('history')
  await page.getByRole('link', { name: 'Restore from a snapshot' }).waitFor()
  await workbookPage(page).go('settings')
  await page.getByRole('link', { name: 'See them and restore' }).waitFor()
  await look(page, 'settings')
  expect(complaints).toEqual([])
})

it('SN23 SN19 SN20: a snapshot opens as a workbook of its own, also when the workbook is damaged', async () => {
  const { page, folder, path, complaints } = await startWithSnapshot()
  await workbookPage(page).go('restore')
  await chosen(page).getByRole('button', { name: 'Open it as a workbook of its own' }).click()
  const restored = () => namesIn(folder).filter(name => /^Northmoor \(as at .*\)\.ninefold$/.test(name))
  await expect.poll(restored).toHaveLength(1)
  await page.getByText('Set Partners beyond the NHS').first().waitFor({ state: 'detached' })
  await workbookPage(page).isShown()
  await page.getByRole('button', { name: 'All workbooks' }).click()
  await page.getByRole('heading', { name: 'Recent workbooks' }).waitFor()
  // Closed by now, and a snapshot of what came after is kept.
  await expect.poll(() => namesIn(join(folder, 'Northmoor (snapshots)')).length).toBe(2)
  await expect.poll(() => namesIn(folder)).not.toContain('~$Northmoor.ninefold')

  writeFileSync(path, Buffer.alloc(20_000))
  await page.reload()
  await page.getByRole('button', { name: 'Open Northmoor', exact: true }).click()
  await page.getByRole('button', { name: 'Look for its snapshots' }).click()
  await page.getByRole('heading', { name: /^Snapshots of Northmoor/ }).waitFor()
  await expectNoAxeViolations(page)
  await page.setViewportSize({ width: 1024, height: 768 })
  await look(page, 'damaged')
  await page.getByRole('button', { name: /Set Partners beyond the NHS to 1 Emerging/ }).click()
  await chosen(page).getByRole('button', { name: 'Open it as a workbook of its own' }).click()
  await workbookPage(page).isShown()
  expect(restored()).toHaveLength(2)
  expect(readFileSync(path).equals(Buffer.alloc(20_000))).toBe(true)
  // The browser notes the refusal of the damaged file.
  expect(complaints.filter(line => !line.includes('422'))).toEqual([])
})

/** For whoever wants to see it: `LOOK=folder`. */
async function look(page: Page, name: string): Promise<void> {
  if (process.env.LOOK) await page.screenshot({ path: join(process.env.LOOK, `${name}.png`) })
}
