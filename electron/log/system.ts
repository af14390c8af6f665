import { availableParallelism, freemem, release, totalmem } from 'node:os'

const NAMES: Readonly<Record<string, string>> = { darwin: 'macOS', win32: 'Windows', linux: 'Linux' }

/** `Windows 10.0.26100, x64`. Never the computer's name, which may be somebody's. */
export function systemWords(): string {
  const number = /^[\d.]{1,30}/.exec(release())?.[0] ?? ''
  return `${NAMES[process.platform] ?? process.platform} ${number.replace(/\.$/, '')}, ${process.arch}`
}

/** Memory in bytes, and how many things it can do at once. */
export function computerFacts() {
  return { memory: { total: totalmem(), free: freemem() }, processors: availableParallelism() }
}
