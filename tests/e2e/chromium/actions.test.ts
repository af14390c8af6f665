import { describe, expect, it } from 'vitest'
import { actionsPage } from '../pages/actions-page.ts'
import { workbookPage } from '../pages/workbook-page.ts'
import { expectNoAxeViolations } from './axe.ts'
import { type AppOptions, startApp } from './fixtures.ts'

/** So many days from today, as the workbook keeps days. */
function dayFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
}

/** Three actions: one late that says green, one to come in a place, one that waits. */
const plan: AppOptions['prepare'] = async page => {
  const { rows, framework } = await page.workbook.read()
  const [system, place] = rows.areas
  const [first, , third] = framework.principles
  const fields = (owner: string, dueOn: string, statusId: string) => ({ owner, dueOn, statusId })
  await page.action.addMany({
    actions: [
      {
        areaId: system!.id,
        principleId: first!.id,
        title: 'Agree a costed plan',
        set: fields('Helen Marsh', dayFromNow(-41), 'on-track'),
      },
      {
        areaId: place!.id,
        principleId: third!.id,
        title: 'Move roles to longer contracts',
        set: fields('Sunita Rao', dayFromNow(60), 'on-track'),
      },
      {
        areaId: system!.id,
        principleId: third!.id,
        title: 'Agree information sharing',
        set: fields('Priya Nair', dayFromNow(10), 'waiting'),
      },
    ],
  })
}

async function openPlan(options: AppOptions = {}) {
  const app = await startApp({ prepare: plan, ...options })
  const actions = actionsPage(app.page)
  await actions.open()
  return { ...app, actions, keys: app.page.keyboard }
}

describe('an empty plan', () => {
  it('PL30: says what to do next, and a suggested first action is one press away', async () => {
    const { page, complaints } = await startApp()
    const actions = actionsPage(page)
    await actions.open()
    expect(await actions.heading.textContent()).toBe('No actions yet')
    await expectNoAxeViolations(page)
    await page.getByRole('button', { name: 'Add the first action' }).press('Enter')
    await expectNoAxeViolations(page)
    await page.getByRole('button', { name: /^Add: Agree a one-page statement/ }).press('Enter')
    await actions.row('A-01').waitFor()
    expect(await actions.cell('A-01', 'action').textContent()).toMatch(/^Agree a one-page statement/)
    expect(await actions.cell('A-01', 'status').textContent()).toContain('Not started')
    expect(await actions.heading.textContent()).toBe('1 action, none late')
    expect(complaints).toEqual([])
  })

  it('PL31: an action in the user’s own words opens in full', async () => {
    const { page } = await startApp()
    const actions = actionsPage(page)
    await actions.open('new')
    await page.getByLabel('What will be done').fill('Ask carers what matters')
    await page.keyboard.press('Enter')
    await actions.panel.getByRole('heading', { name: 'Ask carers what matters' }).waitFor()
    expect(await actions.refs()).toEqual(['A-01'])
  })
})

describe('the grid', () => {
  it('PL32: the heading answers, lateness stands beside the claim, and axe finds nothing', async () => {
    const { page, actions, complaints } = await openPlan()
    expect(await actions.heading.textContent()).toBe('3 actions, 1 late')
    expect(await actions.cell('A-01', 'lateness').textContent()).toMatch(/^41 days late.*but says green$/)
    expect(await actions.grid.getAttribute('aria-rowcount')).toBe('7')
    await expectNoAxeViolations(page)
    expect(complaints).toEqual([])
  })

  it('PL33: edits by keyboard: typing and Enter, F2, Esc, Tab, Delete, a date, a choice', async () => {
    const { actions, keys } = await openPlan()
    await actions.cell('A-01', 'owner').click()
    await keys.type('Ruth Bell')
    await keys.press('Enter')
    await expect.poll(() => actions.cell('A-01', 'owner').textContent()).toBe('Ruth Bell')
    expect(await actions.focused()).toBe('Priya Nair')

    await keys.type('Nobody')
    await keys.press('Escape')
    expect(await actions.focused()).toBe('Priya Nair')

    await keys.press('F2')
    await keys.press('End')
    await keys.type(' Singh')
    await keys.press('Tab')
    await expect.poll(() => actions.cell('A-03', 'owner').textContent()).toBe('Priya Nair Singh')

    await keys.type('soon')
    await keys.press('Enter')
    expect(await actions.grid.getByRole('alert').textContent()).toMatch(/“soon” is not a date/)
    await keys.press('Control+a')
    await keys.type('1/2/2031')
    await keys.press('Enter')
    await expect.poll(() => actions.cell('A-03', 'due').textContent()).toBe('1 Feb 2031')

    await actions.cell('A-03', 'status').click()
    await keys.press('Enter')
    await keys.type('red')
    await keys.press('Enter')
    await expect.poll(() => actions.cell('A-03', 'status').textContent()).toContain('Red: off track')

    await actions.cell('A-01', 'owner').click()
    await keys.press('Delete')
    await expect.poll(() => actions.cell('A-01', 'owner').textContent()).toBe('')
  })

  it('PL34: arrows, Home, End and Ctrl with them move over groups; the header sorts', async () => {
    const { page, actions, keys } = await openPlan()
    await actions.cell('A-01', 'ref').click()
    await keys.press('ArrowDown')
    expect(await actions.focused()).toBe('A-03')
    await keys.press('ArrowDown')
    expect(await actions.focused()).toBe('A-02')
    await keys.press('End')
    expect(await actions.focused()).toContain('Green: on track')
    await keys.press('Control+Home')
    expect(await actions.focused()).toBe('A-01')
    await keys.press('ArrowUp')
    await keys.press('Enter')
    await keys.press('Enter')
    expect(await page.getByRole('columnheader', { name: 'Ref' }).getAttribute('aria-sort')).toBe('descending')
    expect(await actions.refs()).toEqual(['A-03', 'A-01', 'A-02'])
  })

  it('PL35: a block pasted over cells fills them in one step; past the end it makes actions', async () => {
    const { page, actions, keys } = await openPlan()
    await actions.cell('A-01', 'owner').click()
    await actions.paste('Ann Lee\t1 Mar 2031\nBob Ode\t2 Mar 2031\n')
    await expect.poll(() => actions.cell('A-03', 'due').textContent()).toBe('2 Mar 2031')
    expect(await actions.cell('A-01', 'owner').textContent()).toBe('Ann Lee')
    await workbookPage(page).undo()
    await expect.poll(() => actions.cell('A-03', 'owner').textContent()).toBe('Priya Nair')
    expect(await actions.cell('A-01', 'owner').textContent()).toBe('Helen Marsh')

    await keys.press('Control+End')
    await keys.press('Home')
    await keys.press('ArrowRight')
    await keys.press('ArrowRight')
    await actions.paste('"Train ""all"" staff"\tAnn Lee\tnever\nSecond\tBob\t\n')
    await actions.row('A-05').waitFor()
    expect(await actions.cell('A-04', 'action').textContent()).toBe('Train "all" staff')
    expect(await page.getByText(/“never” is not a date/).count()).toBe(1)
    expect(await actions.heading.textContent()).toBe('5 actions, 1 late')

    await actions.cell('A-05', 'action').click()
    await actions.paste('Changed\tBob\nBrand new\tCy\n')
    await actions.row('A-06').waitFor()
    await workbookPage(page).undo()
    await expect.poll(() => actions.cell('A-05', 'action').textContent()).toBe('Second')
    expect(await actions.row('A-06').count()).toBe(0)
  })

  it('PL36: what is chosen is copied as a spreadsheet takes it', async () => {
    const { page, actions, keys } = await openPlan()
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await actions.cell('A-01', 'action').click()
    await keys.press('Shift+ArrowRight')
    await keys.press('Shift+ArrowDown')
    await keys.press('Control+c')
    expect(await actions.clipboard()).toBe(
      'Agree a costed plan\tHelen Marsh\r\nAgree information sharing\tPriya Nair',
    )
  })

  it('PL37: the list narrows by what is asked, says how many, and shows all again', async () => {
    const { page, actions } = await openPlan()
    await page.getByLabel('Show').selectOption('late')
    expect(await actions.refs()).toEqual(['A-01'])
    expect(await page.getByText('Showing 1 of 3.').count()).toBe(1)
    await page.getByRole('button', { name: 'Show all' }).click()
    await page.getByRole('button', { name: 'Filter' }).click()
    await page.getByLabel('Owner').selectOption('Priya Nair')
    await expectNoAxeViolations(page)
    await page.keyboard.press('Escape')
    expect(await actions.refs()).toEqual(['A-03'])
    await page.getByRole('button', { name: 'Show all' }).click()
    await page.getByLabel('Find in actions').fill('longer')
    expect(await actions.refs()).toEqual(['A-02'])
    await page.getByLabel('Find in actions').fill('')
    await page.getByLabel('Group by').selectOption('owner')
    expect(await actions.grid.getByRole('rowheader').allTextContents()).toEqual([
      'Helen Marsh 1 action, 1 late',
      'Priya Nair 1 action',
      'Sunita Rao 1 action',
    ])
  })

  it('PL9: every column of the plan can be shown', async () => {
    const { page, actions } = await openPlan()
    await page.getByRole('button', { name: /^Columns/ }).click()
    await page.getByRole('button', { name: 'Show all' }).click()
    await page.keyboard.press('Escape')
    expect(await actions.grid.getByRole('columnheader').count()).toBe(30)
    await expectNoAxeViolations(page)
  })
})

describe('ten thousand actions', () => {
  it('PL28: are found, sorted, moved through and edited without a wait, and few are drawn', async () => {
    const { page, actions, keys } = await openPlan({
      prepare: async calls => {
        const { rows, framework } = await calls.workbook.read()
        const principles = framework.principles
        await calls.action.addMany({
          actions: Array.from({ length: 10_000 }, (_, index) => ({
            areaId: rows.areas[index % rows.areas.length]!.id,
            principleId: principles[index % 9]!.id,
            title: `Do thing ${index}`,
            set: { owner: `Owner ${index % 50}`, dueOn: dayFromNow((index % 400) - 100) },
          })),
        })
      },
    })
    expect(await actions.heading.textContent()).toMatch(/^10,000 actions, 2,500 late$/)
    expect(await actions.grid.getByRole('row').count()).toBeLessThan(60)
    const took: number[] = []
    const timed = async (work: () => Promise<unknown>) => {
      const start = performance.now()
      await work()
      took.push(performance.now() - start)
    }
    await timed(async () => {
      await page.getByLabel('Find in actions').fill('a-10000')
      await expect.poll(() => actions.refs(), { interval: 10, timeout: 9000 }).toEqual(['A-10000'])
    })
    await page.getByLabel('Find in actions').fill('')
    await actions.row('A-01').waitFor()
    await timed(async () => {
      await page.getByRole('columnheader', { name: 'Owner' }).click()
      await page.locator('[aria-sort=ascending]').waitFor()
    })
    await actions.grid.getByRole('row').nth(3).locator('.sheet-cell-owner').click()
    await timed(async () => {
      await keys.press('Control+End')
      await expect.poll(() => actions.grid.locator(':focus').count(), { interval: 10, timeout: 9000 }).toBe(1)
    })
    await keys.press('ArrowUp')
    await keys.press('Home')
    const ref = await actions.focused()
    for (const _ of [1, 2, 3]) await keys.press('ArrowRight')
    await timed(async () => {
      await keys.type('Zed')
      await keys.press('Tab')
      await expect
        .poll(() => actions.cell(ref!, 'owner').textContent(), { interval: 10, timeout: 9000 })
        .toBe('Zed')
    })
    for (const each of took) expect(each, took.map(Math.round).join(', ')).toBeLessThan(3000)
  })
})

describe('one action', () => {
  it('PL38: an update is added, declares a status, and none is written over', async () => {
    const { page, actions } = await openPlan()
    await actions.cell('A-01', 'ref').click()
    await page.keyboard.press('Space')
    await actions.panel.getByText('Says green, 41 days late.').waitFor()
    for (const [text, status] of [
      ['Finance has asked for more time.', 'at-risk'],
      ['Money agreed.', ''],
    ] as const) {
      await page.getByRole('button', { name: 'Add update' }).first().press('Enter')
      await page.getByLabel('What has changed').fill(text)
      await page.getByLabel('Status now').selectOption(status)
      await page.getByRole('form', { name: 'New update' }).getByRole('button', { name: 'Add update' }).click()
      await page.getByRole('form', { name: 'New update' }).waitFor({ state: 'detached' })
    }
    expect(await actions.panel.locator('.timeline-words').allTextContents()).toEqual([
      'Money agreed.',
      'Finance has asked for more time.',
    ])
    expect(await actions.cell('A-01', 'status').textContent()).toContain('Amber: at risk')
    await expectNoAxeViolations(page)
  })

  it('CL2, CL3: embedded needs someone other than the owner, and a date', async () => {
    const { page, actions } = await openPlan()
    await actions.cell('A-02', 'ref').click()
    await page.keyboard.press('Space')
    await actions.panel.getByLabel('Status', { exact: true }).selectOption('embedded')
    expect(await actions.panel.locator('.error').textContent()).toMatch(/^Name the person who checked/)
    await actions.panel.getByLabel('Checked by').fill('sunita rao')
    await actions.panel.getByLabel('Checked on').fill('1/2/26')
    await page.keyboard.press('Enter')
    await actions.panel
      .getByText(/The owner cannot be the one who checks/)
      .first()
      .waitFor()
    await actions.panel.getByLabel('Checked by').fill('Helen Marsh')
    await page.keyboard.press('Enter')
    const embed = page.getByRole('button', { name: 'Checked: it is embedded' })
    await expect.poll(() => embed.getAttribute('aria-disabled')).toBeNull()
    await embed.press('Enter')
    await expect.poll(() => actions.cell('A-02', 'status').textContent()).toContain('Blue: embedded')
    await expect.poll(() => actions.cell('A-02', 'lateness').textContent()).toBe('Checked, closed')
  })

  it('PL39: the history of an action, its removal and its return', async () => {
    const { page, actions } = await openPlan()
    await actions.cell('A-01', 'owner').click()
    await page.keyboard.type('Ruth Bell')
    await page.keyboard.press('Enter')
    await actions.open('late')
    await actions.cell('A-01', 'ref').click()
    await page.keyboard.press('Space')
    await actions.panel.locator('summary', { hasText: 'History' }).click()
    await actions.panel.getByText('Changed owner of A-01').first().waitFor()
    await page.getByRole('button', { name: 'Remove A-01' }).click()
    await page.getByRole('heading', { name: '2 actions, none late' }).waitFor()
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await page.getByRole('heading', { name: '3 actions, 1 late' }).waitFor()
  })

  it('PL41: on paper stand all actions, not only those in sight', async () => {
    const { page } = await openPlan({
      prepare: async calls => {
        const { rows, framework } = await calls.workbook.read()
        const at = { areaId: rows.areas[0]!.id, principleId: framework.principles[0]!.id }
        const actions = Array.from({ length: 70 }, (_, index) => ({ ...at, title: `Do thing ${index + 1}` }))
        await calls.action.addMany({ actions })
      },
    })
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
    const bytes = await page.pdf({ format: 'A4' })
    const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
    let text = ''
    for (let number = 1; number <= pdf.numPages; number++) {
      const { items } = await (await pdf.getPage(number)).getTextContent()
      text += items.map(item => ('str' in item ? item.str : '')).join(' ')
    }
    expect(text.match(/A-\d+/g)).toHaveLength(70)
    expect(pdf.numPages).toBeLessThan(6)
  })

  it('PL40: at 200 % zoom an action takes the place of the list, and Esc goes back to its row', async () => {
    const { page, actions } = await openPlan({ viewport: { width: 683, height: 384 } })
    await actions.cell('A-01', 'ref').click()
    await page.keyboard.press('Space')
    await actions.panel.waitFor()
    expect(await actions.grid.isVisible()).toBe(false)
    await page.keyboard.press('Escape')
    expect(await actions.grid.isVisible()).toBe(true)
    await expect.poll(() => actions.focused()).toBe('A-01')
  })
})
