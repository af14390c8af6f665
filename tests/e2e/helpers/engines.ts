import { readdirSync, readFileSync } from 'node:fs'
import type { DesktopApp } from './desktop-app.ts'

/** The engines of this app: Node processes under it. */
export function enginesOf({ app }: DesktopApp): number[] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(Number)
    .filter(pid => isEngineOf(pid, app.process().pid!))
}

function isEngineOf(pid: number, parent: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const parentOf = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
    return parentOf === parent && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('engine.mjs')
  } catch {
    return false
  }
}
