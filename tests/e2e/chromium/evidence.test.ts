import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { pdfFile, pngFile, textFile } from '../helpers/files.ts'
import { evidencePage } from '../pages/evidence-page.ts'
import { expectNoAxeViolations } from './axe.ts'
import { startApp } from './fixtures.ts'

const HOSTILE =
  '<svg xmlns="http://www.w3.org/2000/svg" onload="window.ran=1"><script>window.ran=1</script></svg>'

describe('evidence', () => {
  it('AS37: a dropped folder brings the files people can see in it, folders inside it too', async () => {
    const { page, context, folder } = await startApp()
    const dropped = join(folder, 'To drop')
    mkdirSync(join(dropped, 'Inside'), { recursive: true })
    for (const name of ['One.txt', 'Inside/Two.txt', '.hidden', '~$One.docx', 'Thumbs.db'])
      writeFileSync(join(dropped, name), name)
    await evidencePage(page).go()
    const line = await context.newCDPSession(page)
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await line.send('Input.dispatchDragEvent', {
        type,
        x: 600,
        y: 400,
        data: { items: [], files: [dropped], dragOperationsMask: 1 },
      })
    await page.getByText('Just attached, 1 of 2.').waitFor()
    await evidencePage(page).row('One').first().waitFor()
    await evidencePage(page).row('Two').first().waitFor()
  })

  it('AS33: what came in is walked through one by one; what did not is listed with its reason', async () => {
    const { page, complaints } = await startApp()
    const evidence = evidencePage(page)
    await evidence.go()
    await expectNoAxeViolations(page)
    await evidence.choose([
      textFile('First.txt', 'one'),
      textFile('Second.txt', 'two'),
      textFile('Empty.txt', ''),
    ])
    await page.getByText('Just attached, 1 of 2. What does it show?').waitFor()
    await page.getByText('“Empty.txt” is empty (0 bytes)').waitFor()
    await expectNoAxeViolations(page)
    // The question has the focus, so that the answer can be typed at once.
    await page.keyboard.type('That it began.')
    await page.getByRole('button', { name: 'Next item' }).click()
    await page.getByText('Just attached, 2 of 2. What does it show?').waitFor()
    await page.keyboard.type('That it went on.')
    await page.getByRole('button', { name: 'Done' }).click()
    await evidence.row('First').getByText('That it began.').waitFor()
    await evidence.row('Second').getByText('That it went on.').waitFor()
    expect(complaints).toEqual([])
  })

  it('AS32: pictures, PDF and text are previewed; nothing in them runs or fetches', async () => {
    const { page, complaints, url } = await startApp()
    const evidence = evidencePage(page)
    const strangers: string[] = []
    page.on('request', request => {
      const { origin, protocol } = new URL(request.url())
      if (origin !== new URL(url).origin && protocol !== 'blob:' && protocol !== 'data:')
        strangers.push(request.url())
    })
    await evidence.go()
    await evidence.choose([
      pngFile(),
      pdfFile(),
      textFile('Minutes.txt', 'Voted 7 to 2'),
      textFile('Drawing.svg', HOSTILE),
    ])
    await page.getByText('Just attached, 1 of 4.').waitFor()
    const picture = page.getByRole('img', { name: 'Preview of Waiting times.png' })
    await picture.waitFor()
    expect(await picture.evaluate(img => (img as HTMLImageElement).naturalWidth)).toBe(1)

    await evidence.row('Agreement').click()
    await page.getByRole('img', { name: 'Page 1 of Agreement.pdf' }).waitFor()
    await page.getByText('Signed by the council').waitFor({ state: 'attached' })
    await page.getByRole('button', { name: 'Next page' }).click()
    await page.getByText('Second page').waitFor({ state: 'attached' })
    await expectNoAxeViolations(page)
    await page.getByRole('button', { name: 'Larger' }).click()
    await page.getByText('Second page').waitFor({ state: 'attached' })
    await expectNoAxeViolations(page)
    await page.getByRole('button', { name: 'Larger' }).click()

    await evidence.row('Minutes').click()
    const larger = page.getByRole('button', { name: 'Larger' })
    await larger.click()
    const text = page.getByRole('region', { name: 'Text of Minutes.txt' })
    const top = async (part: typeof text) => (await part.boundingBox())!.y
    // Beside its fields, not under them.
    expect(await top(text)).toBeLessThan(await top(evidence.detail.getByLabel('Title')))
    await larger.click()

    await evidence.row('Minutes').click()
    await page.getByRole('region', { name: 'Text of Minutes.txt' }).getByText('Voted 7 to 2').waitFor()
    await evidence.row('Drawing').click()
    await page.getByRole('region', { name: 'Text of Drawing.svg' }).getByText('onload').waitFor()
    expect(await page.evaluate(() => 'ran' in window)).toBe(false)
    expect(strangers).toEqual([])
    expect(complaints).toEqual([])
  })

  it('AS34: every field is kept; removing offers undo, and undo brings the item back', async () => {
    const { page, complaints } = await startApp()
    const evidence = evidencePage(page)
    await evidence.go()
    await evidence.choose([textFile('Plan.txt', 'x')])
    const { detail } = evidence
    await detail.getByLabel('What it shows').fill('مرحبا 😀 and a long text '.repeat(4000))
    await detail.getByLabel('Title').fill('The plan, '.repeat(60).trim())
    await detail.getByLabel('Date it refers to').fill('18 June 2026')
    await detail.getByLabel('Strength').selectOption('Data')
    await detail.getByLabel('Handling').selectOption('Board only')
    await detail.getByLabel('Alderbrook').click()
    await detail.getByLabel('3 Partners beyond the NHS').click()
    await detail.getByRole('button', { name: 'Close the panel' }).click()
    await page.getByRole('heading', { level: 1, name: /^1 item\. 8 of 9 principles have none\.$/ }).waitFor()
    const row = evidence.row('The plan')
    for (const words of ['18 Jun 2026', 'Data', 'Board only', 'Whole system, Alderbrook', '3'])
      await row.getByText(words, { exact: true }).first().waitFor()
    const overflow = await page.evaluate(
      () => document.querySelector('main')!.scrollWidth - document.querySelector('main')!.clientWidth,
    )
    expect(overflow).toBeLessThanOrEqual(0)

    await row.click()
    await detail.getByRole('button', { name: 'Open with care' }).click()
    await detail.getByText('Open it only if you know where it came from').waitFor()
    await detail.getByRole('button', { name: 'Cancel' }).click()
    await detail.getByRole('button', { name: 'Remove' }).click()
    await page.getByRole('heading', { level: 1, name: 'No evidence yet.' }).waitFor()
    await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click()
    await evidence.row('The plan').waitFor()
    expect(complaints).toEqual([])
  })

  it('AS17: by keyboard alone: into the grid, along it, open an item, sort', async () => {
    const { page } = await startApp({
      prepare: async calls => {
        const targets = { areaIds: [], principleIds: [], actionIds: [] }
        await calls.evidence.addNote({ title: 'Beta', note: 'Second in the alphabet', targets })
        await calls.evidence.addNote({ title: 'Alpha', note: 'First', targets })
        await calls.evidence.addLink({ url: 'https://example.org/gamma', title: 'Gamma', targets })
      },
    })
    const evidence = evidencePage(page)
    await evidence.go()
    await page.getByLabel('Find in evidence').focus()
    for (let i = 0; i < 8; i++) {
      await page.keyboard.press('Tab')
      if (await evidence.grid.evaluate(grid => grid.contains(document.activeElement))) break
    }
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 2, name: /Beta|Alpha/ }).waitFor()
    expect(await evidence.grid.evaluate(grid => grid.contains(document.activeElement))).toBe(true)
    await page.getByRole('columnheader', { name: 'Item' }).focus()
    await page.keyboard.press('Enter')
    await expect
      .poll(() => page.getByRole('rowheader').allTextContents())
      .toEqual([
        expect.stringMatching(/^Alpha/),
        expect.stringMatching(/^Beta/),
        expect.stringMatching(/^Gamma/),
      ])
    await page.getByLabel('Find in evidence').fill('gamma')
    await page.getByText('1 of 3 items').waitFor()
    await expectNoAxeViolations(page)
  })

  for (const viewport of [
    { width: 683, height: 384 },
    { width: 1920, height: 1080 },
  ])
    it(`AS18: axe finds nothing at ${viewport.width} pixels, list and item`, async () => {
      const { page } = await startApp()
      const evidence = evidencePage(page)
      await evidence.go()
      await evidence.choose([pngFile()])
      await page.setViewportSize(viewport)
      await evidence.detail.waitFor()
      await expectNoAxeViolations(page)
      await evidence.detail.getByRole('button', { name: 'Close the panel' }).click()
      await evidence.row('Waiting times').waitFor()
      await expectNoAxeViolations(page)
      // The list gives way to the item in a narrow window, and the focus with it.
      await evidence.row('Waiting times').click()
      await evidence.detail.waitFor()
      expect(await page.evaluate(() => document.activeElement?.className)).not.toBe('')
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(overflow).toBeLessThanOrEqual(0)
    })
})
