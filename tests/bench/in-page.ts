import type { Page } from 'playwright-core'
import { median } from './measure.ts'

type Watching = { benchKey: Promise<number> }

/**
 * How long, in milliseconds by the page's own clock, from a key or a button of the mouse going down until what that changes
 * is painted. `look` is the source of a function that gives what is shown as a text; it is asked each frame until that is
 * another one.
 */
export async function pressToPainted(page: Page, look: string, press: () => Promise<void>): Promise<number> {
  // As one expression: the page's own rules forbid to make code from text in it.
  await page.evaluate(`void (${watch})(${look})`)
  await press()
  return page.evaluate(() => (window as unknown as Watching).benchKey)
}

/** Run in the page. */
function watch(look: () => string): void {
  const before = look()
  const tooLate = 10_000
  const took = new Promise<number>((resolve, reject) => {
    setTimeout(() => reject(new Error(`Nothing changed: ${before}`)), tooLate)
    const pressed = (event: Event) => {
      const each = () => {
        if (look() === before) return void requestAnimationFrame(each)
        // This runs before the paint of its frame; the message comes after it.
        const channel = new MessageChannel()
        channel.port1.onmessage = () => resolve(performance.now() - event.timeStamp)
        channel.port2.postMessage(null)
      }
      requestAnimationFrame(each)
    }
    for (const kind of ['keydown', 'mousedown'])
      window.addEventListener(kind, pressed, { capture: true, once: true })
  })
  took.catch(() => {})
  Object.assign(window, { benchKey: took })
}

/** Two frames as this page paints them, in milliseconds. */
export async function twoFrames(page: Page): Promise<number> {
  const times = await page.evaluate(async () => {
    const frame = () => new Promise<number>(resolve => requestAnimationFrame(resolve))
    const times: number[] = []
    for (let run = 0; run < 20; run++) {
      const from = await frame()
      await frame()
      times.push((await frame()) - from)
    }
    return times
  })
  return median(times)
}
