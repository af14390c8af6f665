import type { BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { OrganisationType } from '../../../shared/model/rating.ts'

/** Thirty people, no one with lived experience. */
export const PEOPLE: readonly (readonly [OrganisationType, number])[] = [
  ['commissioner', 4],
  ['mental-health-trust', 5],
  ['acute-trust', 4],
  ['community', 4],
  ['primary-care', 3],
  ['council', 5],
  ['voluntary-sector', 3],
  ['other', 2],
]

/** The digits a scribe keys, a row each. Five kinds sit low and three high, so the room is split. */
const SPLIT = ['0001', '01111', '3344', '4433', '000', '11110', '344', '00']
const AGREED = ['1112', '22211', '1222', '1122', '222', '11223', '123', '12']

/** A person keys this many a second. */
const KEYS_A_SECOND = 5

/** What happens at a moment of the rehearsal, besides the keys. */
export type Looks = {
  /** Before the first reveal, and once the first principle is agreed. */
  readonly atFirst?: () => Promise<unknown>
  /** After a split was revealed, before the second count. */
  readonly atSplit?: () => Promise<unknown>
}

/** Makes every page opened from now on keep what it is told over its line to the engine, of whichever kind. */
export async function keepWhatIsHeard(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const heard: string[] = []
    Object.assign(window, { heard })
    const keep = (data: unknown) => {
      if (typeof data === 'string') heard.push(data)
      else if (data instanceof Uint8Array || data instanceof ArrayBuffer)
        heard.push(new TextDecoder().decode(data))
      else heard.push(JSON.stringify(data))
    }
    const listen = MessagePort.prototype.addEventListener
    MessagePort.prototype.addEventListener = function (this: MessagePort, ...args: unknown[]) {
      if (args[0] === 'message') listen.call(this, 'message', event => keep((event as MessageEvent).data))
      return listen.apply(this, args as Parameters<typeof listen>)
    } as typeof listen
    const ask = window.fetch
    window.fetch = async (...args) => {
      const response = await ask(...args)
      const copy = response.clone().body?.pipeThrough(new TextDecoderStream() as never) as
        | ReadableStream<string>
        | undefined
      void (async () => {
        const reader = copy?.getReader()
        for (let read = await reader?.read(); read && !read.done; read = await reader?.read())
          keep(read.value)
      })().catch(() => {})
      return response
    }
  })
}

/** Everything a page was told since it was last asked. */
async function heardBy(page: Page): Promise<string> {
  return page.evaluate(() => (window as unknown as { heard: string[] }).heard.splice(0).join('\n'))
}

/** Everything the room could read, hear or find in the page, without how many were counted in all. */
async function allOf(presenter: Page): Promise<string> {
  const [html, spoken] = await Promise.all([
    presenter.evaluate(() =>
      [
        document.title,
        document.body.innerHTML,
        JSON.stringify({ ...localStorage }),
        JSON.stringify({ ...sessionStorage }),
      ].join('\n'),
    ),
    presenter.locator('body').ariaSnapshot(),
  ])
  return `${html}\n${spoken}`.replace(/\d+ of 30 counted/g, 'counted')
}

/** Times each key from the press until the page has changed. */
async function watchKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    const times: number[] = []
    let pressed: number | null = null
    Object.assign(window, { keyTimes: times })
    window.addEventListener('keydown', () => (pressed = performance.now()), true)
    new MutationObserver(() => {
      if (pressed !== null) times.push(performance.now() - pressed)
      pressed = null
    }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
  })
}

/**
 * Keys principles in a room of thirty with the keyboard alone, two of nine with a second count, and looks after each row whether the
 * presenter's page shows, says, keeps or was told anything of a hand before its count is revealed. The presenter must have been
 * opened after `keepWhatIsHeard`. Gives the seconds of keying of the longest principle and how long a key took, in ms.
 */
export async function rehearse(
  { page, presenter }: { readonly page: Page; readonly presenter: Page },
  numbers: readonly number[],
  looks: Looks = {},
): Promise<{ seconds: number; median: number; worst: number; keys: number }> {
  await watchKeys(page)
  let [keys, all] = [0, 0]
  const press = async (key: string) => {
    keys++
    await page.keyboard.press(key)
  }
  /** Keys one count and looks at the projector after each row. */
  const keyCount = async (rows: readonly string[]) => {
    await presenter.getByText('0 of 30 counted').waitFor()
    const before = await allOf(presenter)
    await heardBy(presenter)
    let hands = 0
    for (const [index, row] of rows.entries()) {
      if (index > 0) await press('ArrowDown')
      for (const digit of row) {
        await press(digit)
        await page.getByText(`${++hands} of 30`).waitFor()
      }
      await presenter.getByText(`${hands} of 30 counted`).waitFor()
      expect(await allOf(presenter)).toBe(before)
    }
    const heard = await heardBy(presenter)
    expect(heard).toContain(':sealed')
    expect(heard).toMatch(/\blevel\\*":0/)
    expect(heard).not.toMatch(/\blevel\\*":[1-4]/)
    for (const [type] of PEOPLE) expect(heard).not.toContain(`:${type}:`)
    expect(await presenter.locator('svg circle').count()).toBe(0)
  }
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')
  const seconds: number[] = []

  for (const number of numbers) {
    await presenter.getByRole('heading', { name: new RegExp(`^${number} `) }).waitFor()
    await page.getByRole('region', { name: 'First count' }).waitFor()
    const isSplit = number === 2 || number === 7
    keys = 0
    const started = Date.now()
    await keyCount(isSplit ? SPLIT : AGREED)
    if (number === 1) await looks.atFirst?.()
    await press('r')
    await presenter.getByText(isSplit ? 'We are split.' : 'We agree.').waitFor()
    expect(await presenter.locator('svg circle').count()).toBe(30)
    if (isSplit) {
      await expect.poll(focused).toBe('Count a second time')
      if (number === 2) await looks.atSplit?.()
      await press('Enter')
      await page.getByRole('region', { name: 'Second count' }).waitFor()
      await keyCount(AGREED)
      await press('r')
      await presenter.getByText('We agree.').waitFor()
      await page.getByText(/First count: split/).waitFor()
    }
    await expect.poll(focused).toMatch(/^Agree [12]$/)
    await press('Enter')
    await presenter.getByText(/^Agreed: \d/).waitFor()
    await expect.poll(focused).toBe(number === 9 ? 'Close the room' : 'Go on to the next')
    if (number === 1) await looks.atFirst?.()
    await press('Enter')
    seconds.push(keys / KEYS_A_SECOND)
    all += keys
    expect(Date.now() - started, 'a principle at the speed of the test').toBeLessThan(120_000)
  }

  const times = (await page.evaluate(() => (window as unknown as { keyTimes: number[] }).keyTimes)).sort(
    (a, b) => a - b,
  )
  const [median, worst] = [times[Math.floor(times.length / 2)]!, times.at(-1)!].map(Math.round) as [
    number,
    number,
  ]
  return { seconds: Math.max(...seconds), median, worst, keys: all }
}
