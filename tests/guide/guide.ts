import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readGuide } from '../../renderer/guide-text.ts'
import type { Block, Guide, Span } from '../../renderer/screens/guide/tokens.ts'

/** The folder of the guide. */
export const GUIDE_FOLDER = join(import.meta.dirname, '../../docs/guide')

/** The guide as it stands in the repository. */
export function theGuide(): Guide {
  return readGuide(path => readFileSync(join(GUIDE_FOLDER, path), 'utf8'))
}

/** Every block, those within lists and notes too. */
export function allBlocks(blocks: readonly Block[]): Block[] {
  return blocks.flatMap(block => {
    if (block.kind === 'list') return [block, ...block.items.flatMap(allBlocks)]
    return block.kind === 'note' ? [block, ...allBlocks(block.blocks)] : [block]
  })
}

/** Every span of some blocks, the outer before the inner. */
export function allSpans(blocks: readonly Block[]): Span[] {
  return allBlocks(blocks).flatMap(block => {
    if (block.kind === 'paragraph' || block.kind === 'heading') return within(block.spans)
    if (block.kind === 'table') return [block.head, ...block.rows].flat().flatMap(within)
    return []
  })
}

function within(spans: readonly Span[]): Span[] {
  return spans.flatMap(span => ('spans' in span ? [span, ...within(span.spans)] : [span]))
}
