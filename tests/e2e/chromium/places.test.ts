import { copyFileSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { expect, it } from 'vitest'
import { createEngine } from '../../../electron/engine/engine.ts'
import { principlePage } from '../pages/principle-page.ts'
import { expectNoAxeViolations } from './axe.ts'
import { startApp } from './fixtures.ts'

/** A copy that Priya changed, put beside the workbook, in a folder that carries the mark of a sync program. */
async function shared(folder: string, path: string): Promise<void> {
  const aside = join(folder, 'aside')
  mkdirSync(aside)
  copyFileSync(path, join(aside, 'v.ninefold'))
  const engine = createEngine()
  const context = engine.context()
  await createRouterClient(engine.control, { context }).file.open({
    path: join(aside, 'v.ninefold'),
    who: { name: 'Priya', role: '' },
  })
  const page = createRouterClient(engine.contract, { context })
  await page.area.addPlace({ name: 'From Priya' })
  // So that the list of workbooks tells the two apart.
  await page.workbook.set({ systemName: 'Vale and Northmoor' })
  await engine.state.close()
  copyFileSync(join(aside, 'v.ninefold'), join(folder, 'Northmoor-LAPTOP42.ninefold'))
  mkdirSync(join(folder, '.stfolder'))
}

it('SF21 SF17: in a synchronised folder the bar says where edits are, and another copy is offered, brought in or left', async () => {
  const { page, complaints, folder } = await startApp({ setUp: shared })
  await page.getByText('Opened from Syncthing').first().waitFor()
  const banner = page.getByText(
    'There is another copy of this workbook here, “Northmoor-LAPTOP42”, changed today by Priya.',
  )
  await banner.waitFor({ timeout: 20_000 })
  await expectNoAxeViolations(page)

  const principle = principlePage(page)
  await principle.go()
  await principle.level(2).click()
  await principle.stands(2)
  await page.getByText('Saved here, being copied').waitFor()
  await page.getByText(/^In Syncthing \d\d:\d\d/).waitFor({ timeout: 30_000 })
  expect(readdirSync(folder).filter(name => name.endsWith('.tmp'))).toEqual([])

  await page.getByRole('button', { name: 'Bring it in: Northmoor-LAPTOP42' }).click()
  await page.getByText('From Priya').first().waitFor()
  await expect.poll(() => banner.count()).toBe(0)
  await expectNoAxeViolations(page)
  expect(complaints).toEqual([])
}, 120_000)
