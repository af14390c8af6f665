import { framed, type PictureSource } from './framed.ts'
import { moved, type Picture, type Scene } from './scene.ts'

/** A picture wider than this has a row to itself. */
const WIDEST_COLUMN = 720

export type SheetItem = { readonly picture: Picture; readonly source: PictureSource }

/**
 * All pictures on one sheet, in two columns, each with its own title; the shorter column takes the next. Wide ones
 * stand below, across both.
 */
export function sheetOf(items: readonly SheetItem[]): Scene {
  const scenes = items.map(item => framed(item.picture, item.source))
  const narrow = scenes.filter(scene => scene.width <= WIDEST_COLUMN)
  const wide = scenes.filter(scene => scene.width > WIDEST_COLUMN)
  const column = Math.max(0, ...narrow.map(scene => scene.width))
  const feet: [number, number] = [0, 0]
  const marks = narrow.flatMap(scene => {
    const side = feet[1] < feet[0] ? 1 : 0
    const top = feet[side]
    feet[side] += scene.height
    return moved(scene.marks, side * column, top)
  })
  let foot = Math.max(...feet)
  for (const scene of wide) {
    marks.push(...moved(scene.marks, 0, foot))
    foot += scene.height
  }
  return {
    width: Math.max(narrow.length > 1 ? 2 * column : column, ...wide.map(scene => scene.width)),
    height: foot,
    title: scenes.map(scene => scene.title).join('; '),
    description: scenes.map(scene => scene.description).join('\n'),
    marks,
  }
}
