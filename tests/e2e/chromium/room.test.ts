import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { organisationTypes } from '../../../shared/model/organisation-types.ts'
import { workbookPage } from '../pages/workbook-page.ts'
import { expectNoAxeViolations } from './axe.ts'
import { type App, startApp } from './fixtures.ts'

/** Hands of the commissioners, as the scribe sees them. */
async function handsOf(page: Page): Promise<number> {
  const row = await page.getByRole('row', { name: /^Commissioner/ }).innerText()
  return Number(/(\d+) of 4/.exec(row)?.[1])
}

/** What of these is not wholly in sight: cut off by the window, or under something else. */
function outOfSight(page: Page, selector: string): Promise<string[]> {
  return page.locator(selector).evaluateAll(parts =>
    parts.flatMap(part => {
      const { left, right, top, bottom, width, height } = part.getBoundingClientRect()
      const isIn = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight
      const over = document.elementFromPoint(left + width / 2, top + height - 4)
      const isFree = over !== null && (part.contains(over) || over.contains(part))
      return isIn && isFree ? [] : [`${part.className}: ${part.textContent}`]
    }),
  )
}

/** A room of ten, nine of them by type, before the first count. */
async function startRoom(): Promise<App> {
  const app = await startApp({
    prepare: async calls => {
      const { rows } = await calls.workbook.read()
      const room = { roundId: rows.rounds[0]!.id, areaId: rows.areas[0]!.id }
      await calls.room.setAttendance({ ...room, organisationType: 'commissioner', people: 4 })
      await calls.room.setAttendance({ ...room, organisationType: 'council', people: 6 })
    },
  })
  const frame = workbookPage(app.page)
  await frame.isShown()
  await frame.go('room')
  await app.page.getByRole('heading', { name: '1 Parity of esteem' }).waitFor()
  return app
}

async function openPresenter({ page, context }: App): Promise<Page> {
  const opening = context.waitForEvent('page')
  await page.getByRole('button', { name: 'Presenter window' }).click()
  const presenter = await opening
  await presenter.setViewportSize({ width: 1024, height: 768 })
  await presenter.getByRole('heading', { name: '1 Parity of esteem' }).waitFor()
  return presenter
}

describe('the room', () => {
  it('RM1: says who is here before the first hand, by keyboard', async () => {
    const { page } = await startApp()
    await workbookPage(page).isShown()
    await workbookPage(page).go('room')
    await page.getByRole('heading', { name: 'Who is here?' }).waitFor()
    await expectNoAxeViolations(page)
    await page.getByRole('textbox', { name: 'Council, how many' }).fill('3')
    await page.keyboard.press('Tab')
    await page.getByRole('heading', { name: '3 people here' }).waitFor()
    await page.getByRole('button', { name: 'One more: Primary care' }).click()
    await page.getByRole('heading', { name: '4 people here' }).waitFor()
    await page.getByRole('button', { name: /^Start with 1 Parity/ }).click()
    await page.getByRole('row', { name: /^Council/ }).waitFor()
    await expectNoAxeViolations(page)
  })

  it('RM10 RM13 RM14 RM20: two counts and an agreed level by keys alone, hidden until they are revealed', async () => {
    const app = await startRoom()
    const { page } = app
    const presenter = await openPresenter(app)
    await page.bringToFront()
    await page.getByRole('button', { name: /at 0, Commissioner/ }).focus()
    for (const key of ['0', '0', '1', 'Shift+1', '0', '4']) await page.keyboard.press(key)
    // The clock was started meanwhile: the keys go on where the row is marked.
    await page.getByRole('button', { name: 'Start the clock' }).click()
    await page.keyboard.press('ArrowDown')
    for (const key of ['4', '4', '4', '0', '0', '1']) await page.keyboard.press(key)
    await page
      .getByRole('row', { name: /^Council/ })
      .getByText('6 of 6')
      .waitFor()
    await presenter.getByText('10 of 10 counted').waitFor()
    const before = await presenter.locator('main').innerText()
    expect(before).not.toMatch(/median|split|agree|hands at|\bhand\b/i)
    expect(await presenter.locator('svg circle').count()).toBe(0)

    await page.keyboard.press('r')
    await presenter.getByText('We are split.').waitFor()
    expect(await presenter.locator('svg circle').count()).toBe(10)
    await expectNoAxeViolations(presenter)
    await expectNoAxeViolations(page)

    await page.locator('h1').click()
    await page.keyboard.press('s')
    await page.getByRole('button', { name: /at 0, Commissioner/ }).waitFor()
    await presenter.getByText('0 of 10 counted').waitFor()
    expect(await presenter.locator('svg circle').count()).toBe(0)
    for (const key of ['1', '1', '1', '2']) await page.keyboard.press(key)
    await page.keyboard.press('ArrowDown')
    for (const key of ['1', '1', '2', '2', '2', '2']) await page.keyboard.press(key)
    await page
      .getByRole('row', { name: /^Council/ })
      .getByText('6 of 6')
      .waitFor()
    await page.keyboard.press('r')
    await presenter.getByText('We agree.').waitFor()
    await page.getByText(/First count: split, median 0/).waitFor()
    await page.locator('h1').click()
    await page.keyboard.press('a')
    await presenter.getByText('Agreed: 1 Emerging.').waitFor()
    await page.keyboard.press('n')
    await presenter.getByRole('heading', { name: '2 Outcomes that matter to people' }).waitFor()
    expect(app.complaints).toEqual([])
  })

  it('RM20 RM21 RM22: another level needs a line, dissent and what is parked are kept', async () => {
    const { page } = await startRoom()
    await page.getByRole('button', { name: /at 0, Commissioner/ }).focus()
    for (const key of ['2', '2', '2', '3']) await page.keyboard.press(key)
    await page.getByText('4 of 4').waitFor()
    await page.keyboard.press('r')
    await page.getByRole('heading', { name: /^Agreed. Median 2/ }).waitFor()
    await page.getByText('3', { exact: true }).first().waitFor()
    await page.locator('.room-agree').getByText('1', { exact: true }).click()
    await page.getByRole('button', { name: 'Agree 1' }).click()
    await page.getByText('The median is 2. Say in a line why the room agrees on 1.').waitFor()
    await page.getByRole('textbox', { name: 'Why' }).fill('Only one place has a funded plan')
    await page.getByRole('textbox', { name: 'Minority view' }).fill('Alderbrook is further on')
    await page.getByRole('combobox', { name: 'Whose, by type, not name' }).selectOption('council')
    await page.getByRole('button', { name: 'Agree 1' }).click()
    await page.getByRole('button', { name: 'Change what is agreed' }).waitFor()
    await page.locator('h1').click()
    await page.keyboard.press('p')
    await page.getByRole('textbox', { name: /What is parked/ }).fill('Who pays for it?')
    await page.keyboard.press('Enter')
    await page.getByRole('region', { name: 'Parked' }).getByText('Who pays for it?').waitFor()
    await page.getByRole('button', { name: /Make an action/ }).click()
    await workbookPage(page).go('actions')
    await page.getByText('Who pays for it?').first().waitFor()
  })

  it('RM13 RM29: what comes next is in sight at 1366 by 768, with thirty people and after the reveal', async () => {
    const app = await startApp({
      prepare: async calls => {
        const { rows } = await calls.workbook.read()
        const room = { roundId: rows.rounds[0]!.id, areaId: rows.areas[0]!.id }
        for (let number = 1; number <= 30; number++)
          await calls.room.addPerson({
            ...room,
            name: `Voter with a rather long name ${number}`,
            organisationType: organisationTypes[number % 9]!,
          })
        await calls.room.set({ ...room, set: { mode: 'people' } })
      },
    })
    const { page } = app
    await workbookPage(page).isShown()
    await workbookPage(page).go('room')
    await page.getByRole('heading', { name: /^Voter .* name 1, / }).waitFor()
    expect(await outOfSight(page, '.room-voter, .room-choice, .room-voters li, .room-foot .button')).toEqual(
      [],
    )
    await expectNoAxeViolations(page)
    const presenter = await openPresenter(app)
    for (let voted = 1; voted <= 3; voted++) {
      await page.keyboard.press('2')
      await page.getByText(`${voted} of 30 have voted`).waitFor()
    }
    await presenter.getByText('3 of 30 counted').waitFor()
    // Nobody hears or finds in either window what was chosen.
    const said = (on: Page) => on.locator('[aria-live], [role=status], [role=alert]').allInnerTexts()
    const heard = (await Promise.all([said(page), said(presenter)])).flat().join()
    expect(heard.replace(/Saved \d\d:\d\d/g, '')).not.toMatch(/2/)
    expect(await presenter.locator('svg circle').count()).toBe(0)
    await page.keyboard.press('r')
    await page.getByRole('heading', { name: /^Agreed. Median 2/ }).waitFor()
    await page.locator('.room-agree').getByText('4', { exact: true }).click()
    await page.locator('h1').click()
    await page.keyboard.press('a')
    await page.getByText(/^The median is 2. Say in a line/).waitFor()
    expect(
      await outOfSight(page, '#verdict, .drawing, .room-agree > *, .room-foot .button, .room-clock'),
    ).toEqual([])
  })

  it('RM17: keys count in their order, and the reveal after them, when calls are slow', async () => {
    const { page } = await startRoom()
    // The first calls take the longest: side by side they would arrive the other way round.
    let delay = 400
    await page.route(/rpc\/room\/(count|show)/, async route => {
      delay = Math.max(0, delay - 100)
      await new Promise(done => setTimeout(done, delay))
      await route.continue()
    })
    await page.getByRole('button', { name: /at 0, Commissioner/ }).focus()
    for (const key of ['1', 'Shift+1', '2', '2', '3', 'r']) await page.keyboard.press(key)
    await page.getByRole('heading', { name: /^Agreed. Median 2, range 2 to 3/ }).waitFor()
    await page.getByText('All hands').waitFor({ state: 'detached' })
    const said = await page.getByRole('img', { name: /^First count/ }).getAttribute('aria-label')
    expect(said ?? (await page.locator('svg desc').first().textContent())).toMatch(
      /1 Emerging: 0 hands. 2 Developing: 2 hands. 3 Established: 1 hand/,
    )
  })

  it('RM24: killed between two keys, it goes on where it was', async () => {
    const app = await startRoom()
    const { page } = app
    await page.getByRole('button', { name: /at 0, Commissioner/ }).focus()
    for (const key of ['2', '3']) await page.keyboard.press(key)
    await page.getByText('2 of 4').waitFor()
    app.kill()
    await expect
      .poll(
        async () => {
          await page.getByRole('button', { name: /at 0, Commissioner/ }).focus()
          await page.keyboard.press('3')
          return (await handsOf(page)) > 2
        },
        { timeout: 20_000, interval: 700 },
      )
      .toBe(true)
    await page
      .getByRole('button', { name: /at 2, Commissioner/ })
      .getByText('1')
      .waitFor()
    const hands = await handsOf(page)
    await page.reload()
    await page.getByRole('button', { name: /at 0, Commissioner/ }).waitFor()
    await expect.poll(() => handsOf(page)).toBeGreaterThanOrEqual(hands)
  })
})
