const UNITS = ['KB', 'MB', 'GB', 'TB'] as const

/** A size in bytes as people read it: `0 bytes`, `812 bytes`, `48 KB`, `1.2 MB`, `2 GB`. */
export function sizeOf(bytes: number): string {
  if (bytes < 1024) return `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`
  let size = bytes / 1024
  let unit = 0
  while (size >= 999.5 && unit < UNITS.length - 1) {
    size /= 1024
    unit++
  }
  const figure = size < 9.95 && unit > 0 ? size.toFixed(1).replace(/\.0$/, '') : String(Math.round(size))
  return `${figure} ${UNITS[unit]}`
}

/** A list as a sentence says it: `1`, `1 and 2`, `1, 2 and 3`; past `most` of them `1, 2, 3 and 4 more`. */
export function listOf(words: readonly (string | number)[], most = Number.POSITIVE_INFINITY): string {
  if (words.length < 2) return words.join('')
  const more = words.length - most
  if (more > 0) return `${words.slice(0, most).join(', ')} and ${more.toLocaleString('en-GB')} more`
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
