/**
 * How wide text is, a little over-estimated: there is no font to ask here. The widths are those of Arial and of its
 * metric twin Liberation Sans, in thousandths of the size; letters we do not know count as wide ones.
 */
export function widthOf(text: string, size: number, isBold = false): number {
  let thousandths = 0
  for (const letter of text) thousandths += widths.get(letter) ?? (letter.charCodeAt(0) < 0x250 ? 722 : 1050)
  return (thousandths / 1000) * size * (isBold ? 1.12 : 1.04)
}

const widths = new Map<string, number>(
  Object.entries({
    191: "'",
    222: 'ijl',
    278: ' !,./:;I[]ft',
    333: '()-r',
    389: '*',
    500: 'Jcksvxyz',
    556: '#$?0123456789Labdeghnopqu',
    584: '+<=>',
    611: 'FTZ',
    667: '&ABEKPSVXY',
    722: 'CDHNRUw',
    778: 'GOQ',
    833: 'Mm',
    889: '%',
    944: 'W',
    1000: '…',
  }).flatMap(([width, letters]) => [...letters].map(letter => [letter, Number(width)] as const)),
)

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

/** The text, cut with … if it is wider than `width`. A name may have a thousand letters, so it is read once. */
export function clipped(text: string, width: number, size: number): string {
  if (widthOf(text, size) <= width) return text
  let kept = ''
  let room = width - widthOf('…', size)
  for (const letter of text) {
    room -= widthOf(letter, size)
    if (room < 0) break
    kept += letter
  }
  return `${kept.trimEnd()}…`
}
