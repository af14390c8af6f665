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
