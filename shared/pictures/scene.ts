/** A point of a drawing, in its own units (a unit is a CSS pixel at natural size). */
export type Point = { readonly x: number; readonly y: number }

type Paint = {
  readonly fill?: string
  readonly stroke?: string
  readonly strokeWidth?: number
  /** Lengths of dash and space, for a line that is told apart without colour. */
  readonly dash?: readonly number[]
  /** Round ends turn a short dash into a dot. */
  readonly hasRoundEnds?: boolean
}

/** A piece of text in one colour and weight. */
export type Run = { readonly text: string; readonly fill: string; readonly isBold?: boolean }

/** One thing drawn. Later marks cover earlier ones. `role` says what it stands for; tests and readers find it by that. */
export type Mark = { readonly role?: string } & (
  | ({ readonly kind: 'line'; readonly from: Point; readonly to: Point } & Paint)
  | ({ readonly kind: 'path'; readonly points: readonly Point[]; readonly isClosed: boolean } & Paint)
  | ({
      readonly kind: 'rect'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly radius?: number
    } & Paint)
  | ({ readonly kind: 'circle'; readonly cx: number; readonly cy: number; readonly r: number } & Paint)
  | {
      readonly kind: 'text'
      /** Where the text starts, ends or has its middle, by `anchor`, on the baseline. */
      readonly at: Point
      readonly anchor: 'start' | 'middle' | 'end'
      readonly size: number
      readonly runs: readonly Run[]
      /** A band of this colour round the letters keeps them readable over lines. */
      readonly halo?: string
      /** Degrees, clockwise, about `at`. */
      readonly turn?: number
    }
)

/** A finished drawing: its size, what it is called, what it shows in words, and its marks. */
export type Scene = {
  readonly width: number
  readonly height: number
  readonly title: string
  readonly description: string
  readonly marks: readonly Mark[]
}

/** The table that says the same as a drawing. The first column of each row is its heading. */
export type PictureTable = {
  readonly caption: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** A picture as every screen, print and export has it: a drawing, its words, and its table. */
export type Picture = {
  readonly title: string
  /** Sentences for those who do not see the drawing. Every value shown is in them or in the table. */
  readonly alt: string
  readonly scene: Scene
  readonly table: PictureTable
}

/** The same marks somewhere else. */
export function moved(marks: readonly Mark[], dx: number, dy: number): Mark[] {
  const move = (point: Point): Point => ({ x: point.x + dx, y: point.y + dy })
  return marks.map(mark => {
    if (mark.kind === 'line') return { ...mark, from: move(mark.from), to: move(mark.to) }
    if (mark.kind === 'path') return { ...mark, points: mark.points.map(move) }
    if (mark.kind === 'rect') return { ...mark, x: mark.x + dx, y: mark.y + dy }
    if (mark.kind === 'circle') return { ...mark, cx: mark.cx + dx, cy: mark.cy + dy }
    return { ...mark, at: move(mark.at) }
  })
}
