import { type Block, type Chapter, type Guide, plainBlocks, plainOf } from './tokens.ts'

/** A section that was found: where it is, what it is called, and words around the first one that was asked for. */
export type Found = {
  readonly chapter: string
  readonly chapterTitle: string
  readonly section: string | null
  readonly title: string
  readonly excerpt: string
}

type Section = Found & { readonly words: string }

/** So many are listed; more typing shortens the list. */
const MOST = 20
/** How long an excerpt is, and how much of it comes before the word. */
const EXCERPT = 150
const BEFORE = 40

/**
 * Sections in which every word typed begins a word, those first that have them in their heading. Nothing typed finds
 * nothing.
 */
export function searchGuide(guide: Guide, typed: string): Found[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  const found = guide.flatMap(sectionsOf).filter(({ words: all }) => hasAll(all, words))
  const inTitle = ({ title }: Section) => (hasAll(title, words) ? 0 : 1)
  return found
    .sort((a, b) => inTitle(a) - inTitle(b))
    .slice(0, MOST)
    .map(({ words: all, ...section }) => ({ ...section, excerpt: excerptOf(section.excerpt, words[0]!) }))
}

/** A chapter cut at its headings; what stands before the first belongs to the chapter itself. */
function sectionsOf(chapter: Chapter): Section[] {
  const cut: { id: string | null; title: string; blocks: Block[] }[] = [
    { id: null, title: chapter.title, blocks: [] },
  ]
  for (const block of chapter.blocks)
    if (block.kind === 'heading') cut.push({ id: block.id, title: plainOf(block.spans), blocks: [] })
    else cut.at(-1)!.blocks.push(block)
  return cut.map(({ id, title, blocks }) => {
    const text = plainBlocks(blocks)
    return {
      chapter: chapter.id,
      chapterTitle: chapter.title,
      section: id,
      title,
      excerpt: text,
      words: `${chapter.title} ${title} ${text}`,
    }
  })
}

function hasAll(text: string, words: readonly string[]): boolean {
  const lower = text.toLowerCase()
  return words.every(word => placeOfWord(lower, word) >= 0)
}

/** Where a word begins with these letters; below nought when none does. */
function placeOfWord(lower: string, word: string): number {
  for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1))
    if (at === 0 || !/[\p{L}\p{N}]/u.test(lower[at - 1]!)) return at
  return -1
}

function excerptOf(text: string, word: string): string {
  const at = Math.max(0, placeOfWord(text.toLowerCase(), word))
  const start = at <= BEFORE ? 0 : text.indexOf(' ', at - BEFORE) + 1
  const end = text.length <= start + EXCERPT ? text.length : text.lastIndexOf(' ', start + EXCERPT)
  return `${start > 0 ? '… ' : ''}${text.slice(start, end)}${end < text.length ? ' …' : ''}`
}
