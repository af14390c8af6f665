import type { Comparison } from './comparison.ts'

/** The comparison with the counts of each file: cells that came back changed, conflicts and unreadable ones among them. */
export function counted(comparison: Comparison): Comparison {
  const counts = new Map(
    comparison.files.map(file => [file.id, { changed: 0, conflicts: 0, unreadable: 0, added: 0 }]),
  )
  for (const { change } of comparison.changes)
    for (const fileId of new Set(change.returned.map(one => one.fileId))) {
      const count = counts.get(fileId)
      if (!count) continue
      count.changed++
      if (change.state === 'conflict') count.conflicts++
      if (change.state === 'unreadable') count.unreadable++
    }
  for (const { addition } of comparison.additions) {
    const count = counts.get(addition.fileId)
    if (count) count.added++
  }
  return { ...comparison, files: comparison.files.map(file => ({ ...file, ...counts.get(file.id) })) }
}
