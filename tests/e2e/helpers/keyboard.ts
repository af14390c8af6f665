import type { Page } from 'playwright-core'

/** Goes somewhere as a person with a keyboard does: Ctrl+K, its name, Enter. */
export async function find(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
}

/** Presses Tab, or Shift and Tab, until what has this name has the focus. */
export async function tabTo(page: Page, name: string | RegExp, key = 'Tab'): Promise<void> {
  const passed: string[] = []
  for (let press = 0; press < 120; press++) {
    const here = await focusedName(page)
    passed.push(here)
    if (typeof name === 'string' ? here.startsWith(name) : name.test(here)) return
    await page.keyboard.press(key)
  }
  throw new Error(`Tab never came to ${name}; it passed ${[...new Set(passed)].join(' | ')}`)
}

function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement | null
    const label = element?.labels?.[0]?.textContent
    return (element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? '').trim()
  })
}
