import { existsSync } from 'node:fs'

/** What Chromium needs to run as root, and to leave the network alone. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The Chromium of this computer: `CHROMIUM` names one, else the system's; `null` where there is none. */
export function chromiumPath(): string | null {
  const known = [
    process.env.CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ]
  return known.find(path => path && existsSync(path)) ?? null
}

/** The same for what cannot go on without one: throws what to do. */
export function neededChromium(): string {
  const found = chromiumPath()
  if (found) return found
  throw new Error(
    'There is no Chromium to test in. Install the package chromium, or set CHROMIUM to its path.',
  )
}
