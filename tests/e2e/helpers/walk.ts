import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { notShown, type Step, stepsOf } from './guide-steps.ts'

/** Does what a step says with the names and texts that it says; gives the names that were there on the way only. */
export type Act = (page: Page, step: Step) => Promise<readonly string[] | unknown>

/** A field by the words over it. */
export const field = (page: Page, name: string) =>
  page.getByLabel(name, { exact: true }).and(page.locator('input, select, textarea'))

/** Presses the first name of the step where the step says that it is, with the mouse. */
export const press: Act = (page, { bold, words }) => {
  const kind = /press the tab/i.test(words)
    ? '[role=tab]'
    : /in the list on the left/.test(words)
      ? '.rail a'
      : 'main button, main a, .start-intro button, .bar button'
  return page.locator(kind).filter({ hasText: bold[0]! }).first().click()
}

/**
 * Follows every numbered step of a chapter in its order, an act for each, section by section. Each bold name must be on the page
 * before the step or after it, but for those `elsewhere`, such as what a step says of the desktop app.
 */
export async function walk(
  page: Page,
  chapter: string,
  acts: Readonly<Record<string, readonly Act[]>>,
  elsewhere: readonly string[] = [],
): Promise<void> {
  const steps = stepsOf(chapter)
  expect([...new Set(steps.map(({ section }) => section))]).toEqual(Object.keys(acts))
  for (const [section, mine] of Object.entries(acts)) {
    const theirs = steps.filter(step => step.section === section)
    expect([section, theirs.length]).toEqual([section, mine.length])
    for (const [at, step] of theirs.entries()) {
      const said = `${chapter}, ${section} ${at + 1}: ${step.words}`
      const before = await notShown(
        page,
        step.bold.filter(name => !elsewhere.includes(name)),
      )
      const onTheWay = await mine[at]!(page, step).catch(error => {
        throw new Error(said, { cause: error })
      })
      const left = before.filter(name => !(Array.isArray(onTheWay) && onTheWay.includes(name)))
      await expect.poll(() => notShown(page, left), { timeout: 10_000, message: said }).toEqual([])
    }
  }
}
