import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/**
 * Fails with each thing axe-core finds on the page as it is now: the rule, why, and where. A screen that is still
 * loading has no heading yet, and is waited for: every screen has one.
 */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor()
  const { violations } = await new AxeBuilder({ page }).analyze()
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(node => `${id}: ${help} at ${node.target.join(' ')} (${node.failureSummary ?? ''})`),
  )
  expect(found).toEqual([])
}
