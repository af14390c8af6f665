import type { Page } from 'playwright-core'
import type { Level } from '../../../shared/model/fields.ts'
import { workbookPage } from './workbook-page.ts'

const NAMES = ['Not started', 'Emerging', 'Developing', 'Established', 'Leading'] as const

/** The page of one principle. */
export function principlePage(page: Page) {
  const group = page.getByRole('radiogroup', { name: 'Level now' })
  return {
    panel: page.getByRole('region', { name: 'Help and record' }),
    /** The level that stands; nothing when none does. */
    async chosen(): Promise<string> {
      const card = group.locator('[aria-checked=true]')
      return (await card.count()) === 0 ? '' : `${await card.getAttribute('data-level')}`
    },
    async go(id = 'parity-of-esteem'): Promise<void> {
      await workbookPage(page).go(`principle/${id}`)
      await group.waitFor()
    },
    level: (level: Level) => page.getByRole('radio', { name: NAMES[level] }),
    /** Resolves once this level stands. */
    async stands(level: Level): Promise<void> {
      await page.getByRole('radio', { name: NAMES[level], checked: true }).waitFor()
    },
    reason: () => page.getByLabel('Why this level'),
    tab: (name: 'Prompts' | 'Evidence' | 'Actions' | 'Measures' | 'Examples' | 'History') =>
      page.getByRole('tab', { name: new RegExp(`^${name}`) }).click(),
    /** Chooses files as a person does, in the dialog of the browser. */
    async attach(...paths: string[]): Promise<void> {
      await this.tab('Evidence')
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        page.getByRole('button', { name: 'Choose files' }).click(),
      ])
      await chooser.setFiles(paths)
    },
  }
}
