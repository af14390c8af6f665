import { framed, type PictureSource } from './framed.ts'
import { moved, type Picture, type Scene } from './scene.ts'

/** All pictures on one sheet, in two columns, each with its own title: the shorter column takes the next. */
export function sheetOf(pictures: readonly Picture[], source: PictureSource): Scene {
  const scenes = pictures.map(picture => framed(picture, source))
  const width = Math.max(0, ...scenes.map(scene => scene.width))
  const feet: [number, number] = [0, 0]
  const marks = scenes.flatMap(scene => {
    const column = feet[1] < feet[0] ? 1 : 0
    const top = feet[column]
    feet[column] += scene.height
    return moved(scene.marks, column * width, top)
  })
  return {
    width: 2 * width,
    height: Math.max(...feet),
    title: `${source.isRehearsal ? 'REHEARSAL. ' : ''}Pictures of ${source.areaName}, ${source.roundName}`,
    description: scenes.map(scene => scene.description).join('\n'),
    marks,
  }
}
