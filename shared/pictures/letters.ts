/**
 * An upper estimate of how wide text is. There is no font to ask here, and the widest of the fonts a picture may get
 * (DejaVu Sans) is a good tenth wider than Arial, so the widths are those of the wide one.
 */
export function widthOf(text: string, size: number, isBold = false): number {
  let units = 0
  for (const letter of text) units += unitsOf(letter)
  return units * size * (isBold ? 1.1 : 1)
}

function unitsOf(letter: string): number {
  if (/[ijlI.,:;'|!]/.test(letter)) return 0.32
  if (/[ frt()[\]/-]/.test(letter)) return 0.41
  if (/[mMW@%]/.test(letter)) return 0.98
  if (/[wA-Z&]/.test(letter)) return 0.76
  return letter.charCodeAt(0) < 0x250 ? 0.62 : 1.05
}

/**
 * Breaks text at spaces into lines no wider than `width`, of much the same length; the last line allowed ends in …
 * when there is more.
 */
export function wrapped(text: string, width: number, size: number, most = 3): string[] {
  const widest = broken(text, width, size)
  let narrow = width
  while (
    narrow > 1 &&
    broken(text, narrow - 4, size).length === widest.length &&
    fits(text, narrow - 4, size)
  )
    narrow -= 4
  const lines = broken(text, narrow, size)
  const kept = lines.slice(0, most)
  if (lines.length > most) kept[most - 1] = `${kept[most - 1]} ${lines.slice(most).join(' ')}`
  return kept.map(line => clipped(line, width, size))
}

function broken(text: string, width: number, size: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const line = lines.at(-1)
    if (line !== undefined && widthOf(`${line} ${word}`, size) <= width)
      lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  return lines
}

function fits(text: string, width: number, size: number): boolean {
  return text.split(/\s+/).every(word => widthOf(word, size) <= width)
}

/** The text, cut with … if it is wider than `width`. */
export function clipped(text: string, width: number, size: number): string {
  if (widthOf(text, size) <= width) return text
  const letters = [...text]
  while (letters.length > 1 && widthOf(`${letters.join('')}…`, size) > width) letters.pop()
  return `${letters.join('').trimEnd()}…`
}
