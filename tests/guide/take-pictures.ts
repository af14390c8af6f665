import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { build } from '../../scripts/build.ts'
import { shots } from './shots.ts'
import { NOW, setStage } from './stage.ts'
import { waitForShot } from './wait-for-shot.ts'

const FOLDER = join(import.meta.dirname, '../../docs/guide/pictures')
/** Of 100. Letters stay sharp, and a picture takes about 90 kB. */
const QUALITY = 82

/** `npm run guide:pictures`: every picture of the guide anew, from the app as it is now. */
await build({ ifStale: true, quiet: true })
const stage = await setStage()
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--font-render-hinting=none'],
})
try {
  const context = await browser.newContext({
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  })
  const page = await context.newPage()
  await page.clock.setFixedTime(NOW)
  const pictures = new Map<string, Buffer>()
  for (const shot of shots) {
    await waitForShot(page, stage, shot).catch(async error => {
      await page.screenshot({ path: join(tmpdir(), 'ninefold-guide-failed.png') })
      throw error
    })
    pictures.set(`${shot.name}.webp`, await pictureOf(context, page))
  }
  // All of them or none.
  rmSync(FOLDER, { recursive: true, force: true })
  mkdirSync(FOLDER, { recursive: true })
  for (const [name, picture] of pictures) {
    writeFileSync(join(FOLDER, name), picture)
    console.log(`${name}: ${Math.round(picture.length / 1024)} kB`)
  }
  const bytes = [...pictures.values()].reduce((sum, { length }) => sum + length, 0)
  console.log(`${shots.length} pictures, ${Math.round(bytes / 1024)} kB`)
} finally {
  await browser.close()
  await stage.end()
}

/** Playwright knows no WebP; Chromium does. */
async function pictureOf(context: BrowserContext, page: Page): Promise<Buffer> {
  // The engine has its own clock: what it says of now would differ each time. Nothing of the page itself is touched.
  await page.addStyleTag({
    content: `.bar-saved { font-size: 0 } .bar-saved::after { content: 'Saved 10:45'; font-size: 0.875rem }
      .notices { visibility: hidden }`,
  })
  await page.mouse.move(1, 1)
  const session = await context.newCDPSession(page)
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY })
  await session.detach()
  return Buffer.from(data, 'base64')
}
