import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { hostileFiles, startCanary } from '../helpers/hostile-files.ts'
import { tryPreviews } from '../helpers/try-previews.ts'
import { evidencePage } from '../pages/evidence-page.ts'
import { workbookPage } from '../pages/workbook-page.ts'
import { expectNoAxeViolations } from './axe.ts'
import { startApp } from './fixtures.ts'

const NOTHING = { areaIds: [], principleIds: [], actionIds: [] }

it('EN4 EN5: previews of hostile files run nothing, load nothing and fill no memory', async () => {
  const canary = await startCanary()
  onTestFinished(() => void canary.close())
  const files = hostileFiles(canary.url)
  const { page, complaints } = await startApp({
    async prepare(_calls, path, shell) {
      const folder = `${path} files`
      mkdirSync(folder)
      for (const { name, buffer } of files) writeFileSync(join(folder, name), buffer)
      const { problems } = await shell.evidence.attach({ paths: [folder], targets: NOTHING })
      expect(problems).toEqual([])
    },
  })
  await evidencePage(page).go()
  const shown = await tryPreviews(page, files, canary)
  expect(shown.find(line => line.startsWith('Flood one.png'))).toContain('60,000 by 60,000 pixels')
  expect(shown.find(line => line.startsWith('Flood three.bmp'))).toContain('too many')
  await page
    .getByText('Minutes of the board')
    .waitFor({ state: 'attached' })
    .catch(() => {})
  // The browser itself says of a damaged picture that it cannot draw it; nothing else is said.
  expect(complaints).toEqual([])
}, 120_000)

it('HW10: damage found in the background stays above every screen, with what was found and ways on', async () => {
  const { page } = await startApp({
    setUp(_folder, path) {
      const db = new Database(path)
      db.unsafeMode(true)
      db.exec("UPDATE workbook SET system_kind_other = 'changed behind its back'")
      db.close()
    },
  })
  const banner = page.getByRole('status', { name: 'Damage found' })
  await banner.waitFor()
  await banner.getByText('This workbook is not as Ninefold wrote it: 1 thing found.').waitFor()
  await banner.getByRole('button', { name: 'Show what was found' }).click()
  await banner.getByText(/A row of workbook/).waitFor()
  await expectNoAxeViolations(page)
  await workbookPage(page).go('evidence')
  await banner.waitFor()
  await banner.getByRole('button', { name: 'Put this message away' }).click()
  await banner.waitFor({ state: 'detached' })
})
