/** The browser and its version, as it names itself; nothing when it is one we do not know. */
export function browserVersion(agent = navigator.userAgent): { name: string; version: string }[] {
  for (const [name, pattern] of BROWSERS) {
    const version = pattern.exec(agent)?.[1]
    if (version) return [{ name, version }]
  }
  return []
}

/** Edge also calls itself Chrome, and Chrome Safari: the first that fits. */
const BROWSERS = [
  ['Edge', /\bEdg\/([\d.]{1,20})/],
  ['Firefox', /\bFirefox\/([\d.]{1,20})/],
  ['Chromium', /\b(?:Headless)?Chrome\/([\d.]{1,20})/],
  ['Safari', /\bVersion\/([\d.]{1,20}).* Safari\//],
] as const
