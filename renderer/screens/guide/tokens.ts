/** A stretch of words. `key` is a key of the keyboard, `code` something that is typed or a name of a file. */
export type Span =
  | { readonly kind: 'text' | 'code' | 'key'; readonly text: string }
  | { readonly kind: 'strong' | 'em'; readonly spans: readonly Span[] }
  | { readonly kind: 'link'; readonly to: GuidePlace; readonly spans: readonly Span[] }

/** A chapter, or one of its sections. */
export type GuidePlace = { readonly chapter: string; readonly section: string | null }

/** A part of a chapter, as it stands one under the other. */
export type Block =
  | { readonly kind: 'heading'; readonly depth: 2 | 3; readonly id: string; readonly spans: readonly Span[] }
  | { readonly kind: 'paragraph'; readonly spans: readonly Span[] }
  | {
      readonly kind: 'list'
      readonly isOrdered: boolean
      readonly start: number
      readonly items: readonly (readonly Block[])[]
    }
  | { readonly kind: 'table'; readonly head: readonly Cell[]; readonly rows: readonly (readonly Cell[])[] }
  | { readonly kind: 'lines'; readonly text: string }
  | { readonly kind: 'note'; readonly blocks: readonly Block[] }
  | {
      readonly kind: 'picture'
      /** In the text a path beside the chapter; in the app an address. */
      readonly src: string
      readonly alt: string
      readonly width: number
      readonly height: number
    }

export type Cell = readonly Span[]

/** A chapter: a file of `docs/guide`. */
export type Chapter = {
  /** Its file's name without the ending: `first-workbook`. */
  readonly id: string
  readonly title: string
  /** What it is for, as the list of chapters has it. */
  readonly about: string
  readonly blocks: readonly Block[]
}

/** The whole guide, in the order of its list of chapters. */
export type Guide = readonly Chapter[]

/** The words of a stretch. */
export function plainOf(spans: readonly Span[]): string {
  return spans.map(span => ('spans' in span ? plainOf(span.spans) : span.text)).join('')
}

/** The words of blocks, without those of pictures. */
export function plainBlocks(blocks: readonly Block[]): string {
  return blocks.map(wordsOf).filter(Boolean).join(' ')
}

function wordsOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return plainOf(block.spans)
    case 'list':
      return block.items.map(plainBlocks).join(' ')
    case 'table':
      return [block.head, ...block.rows].flatMap(row => row.map(plainOf)).join(' ')
    case 'note':
      return plainBlocks(block.blocks)
    case 'lines':
      return block.text
    case 'picture':
      return ''
  }
}
