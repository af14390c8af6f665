import { readdirSync, readFileSync } from 'node:fs'

/**
 * Megabytes of a process and all under it. What several share is counted once, in parts: the sum of their resident sizes
 * would count the runtime's own program five times.
 */
export function megabytesOf(pid: number): number {
  const parents = parentsOfAll()
  const all = new Set([pid])
  for (let before = 0; before < all.size; ) {
    before = all.size
    for (const [child, parent] of parents) if (all.has(parent)) all.add(child)
  }
  return [...all].reduce((sum, one) => sum + shareOf(one), 0) / 1024
}

function shareOf(pid: number): number {
  try {
    const [, kilobytes] = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? []
    return Number(kilobytes ?? 0)
  } catch {
    // It has ended meanwhile.
    return 0
  }
}

function parentsOfAll(): Map<number, number> {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]))
    } catch {
      // It has ended meanwhile.
    }
  }
  return parents
}
