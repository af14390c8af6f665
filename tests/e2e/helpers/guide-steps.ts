import type { Page } from 'playwright-core'
import { plainBlocks, plainOf } from '../../../renderer/screens/guide/tokens.ts'
import { allSpans, theGuide } from '../../guide/guide.ts'

/** A numbered step of a chapter: what it says, its bold names and what it says to type, in their order. */
export type Step = {
  readonly section: string
  readonly words: string
  readonly bold: readonly string[]
  readonly typed: readonly string[]
  readonly keys: readonly string[]
}

/** The numbered steps of a chapter, section by section. */
export function stepsOf(chapterId: string): readonly Step[] {
  const chapter = theGuide().find(({ id }) => id === chapterId)!
  let section = ''
  const steps: Step[] = []
  for (const block of chapter.blocks) {
    if (block.kind === 'heading') section = block.id
    if (block.kind !== 'list' || !block.isOrdered) continue
    for (const item of block.items) {
      const spans = allSpans(item)
      steps.push({
        section,
        words: plainBlocks(item),
        bold: spans.flatMap(span => (span.kind === 'strong' ? [plainOf(span.spans)] : [])),
        typed: spans.flatMap(span => (span.kind === 'code' ? [span.text] : [])),
        keys: spans.flatMap(span => (span.kind === 'key' ? [span.text] : [])),
      })
    }
  }
  return steps
}

/** Which of these names nothing on the page says: no text, label, value, choice or tooltip. `…` stands for anything. */
export async function notShown(page: Page, names: readonly string[]): Promise<string[]> {
  const said = await page.evaluate(() => {
    const isSeen = (element: Element) => element.getClientRects().length > 0
    return [...document.querySelectorAll('body *')].filter(isSeen).flatMap(element => {
      const value = element instanceof HTMLInputElement ? element.value : ''
      const own = ['aria-label', 'title', 'placeholder'].map(name => element.getAttribute(name) ?? '')
      return [element.textContent ?? '', value, ...own].map(text => text.replace(/\s+/g, ' ').trim())
    })
  })
  return names.filter(name => {
    const pattern = new RegExp(name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('…', '.+'))
    return !said.some(text => text.length < 2000 && pattern.test(text))
  })
}
