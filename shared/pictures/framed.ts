import type { Day } from '../model/fields.ts'
import { longDate } from '../text/dates.ts'
import { ink, quiet, stamp as stampGround } from './colours.ts'
import { clipped, widthOf } from './letters.ts'
import { words } from './parts.ts'
import { type Mark, moved, type Picture, type Scene } from './scene.ts'

/** What a picture that leaves the workbook says of where it comes from. */
export type PictureSource = {
  readonly areaName: string
  readonly roundName: string
  readonly asAt: Day
  /** Made-up data: every picture that leaves says so. */
  readonly isRehearsal: boolean
}

const EDGE = 24
const HEAD = 56

/** A picture to be pasted elsewhere: a margin, its title, whose it is and as at when, and a stamp when it is made up. */
export function framed(picture: Picture, source: PictureSource): Scene {
  const { scene } = picture
  const stamp = source.isRehearsal ? 'REHEARSAL' : ''
  const stampWidth = stamp ? widthOf(stamp, 16, true) + 16 : 0
  const width = scene.width + 2 * EDGE
  const room = scene.width - stampWidth - 8
  const whose = `${source.areaName}. ${source.roundName}, as at ${longDate(source.asAt)}`
  const head: Mark[] = [
    words({ x: EDGE, y: EDGE + 8 }, clipped(picture.title, room / 1.1, 19), {
      size: 19,
      isBold: true,
      fill: ink,
    }),
    words({ x: EDGE, y: EDGE + 32 }, clipped(whose, scene.width, 14), { fill: quiet }),
  ]
  if (stamp) {
    const left = width - EDGE - stampWidth
    head.push(
      { kind: 'rect', x: left, y: EDGE - 6, width: stampWidth, height: 28, radius: 2, fill: stampGround },
      words({ x: left + stampWidth / 2, y: EDGE + 8 }, stamp, {
        anchor: 'middle',
        size: 16,
        isBold: true,
      }),
    )
  }
  return {
    width,
    height: EDGE + HEAD + scene.height + EDGE,
    title: `${stamp ? `${stamp}. ` : ''}${scene.title}`,
    description: scene.description,
    marks: [...head, ...moved(scene.marks, EDGE, EDGE + HEAD)],
  }
}
