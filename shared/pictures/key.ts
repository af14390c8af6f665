import { quiet } from './colours.ts'
import { widthOf } from './letters.ts'
import { type Mark, moved } from './scene.ts'

/** One sign of a key: its marks drawn about (0, 0), how wide they are, and what they mean. */
export type KeyItem = { readonly marks: readonly Mark[]; readonly width: number; readonly words: string }

const SIZE = 13
const ROW = 20

/** A key as rows of signs, broken where the width ends. */
export function keyRow(items: readonly KeyItem[], left: number, top: number, width: number) {
  const marks: Mark[] = []
  let x = left
  let y = top + ROW / 2
  for (const item of items) {
    const whole = item.width + 6 + widthOf(item.words, SIZE)
    if (x > left && x + whole > left + width) {
      x = left
      y += ROW
    }
    marks.push(...moved(item.marks, x + item.width / 2, y), {
      kind: 'text',
      at: { x: x + item.width + 6, y: y + 4.5 },
      anchor: 'start',
      size: SIZE,
      runs: [{ text: item.words, fill: quiet }],
    })
    x += whole + 12
  }
  return { marks, height: items.length ? y + ROW / 2 - top : 0 }
}
