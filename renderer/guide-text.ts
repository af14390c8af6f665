import { marked, type Token, type Tokens } from 'marked'
import type { Block, Cell, Chapter, Guide, GuidePlace, Span } from './screens/guide/tokens.ts'

/** Reads one file of `docs/guide`, by its path in that folder. */
export type ReadText = (path: string) => string

/** The list of chapters. */
export const CONTENTS = 'README.md'

/** The guide as typed tokens: the chapters that its list names, in that order. Throws on what the app could not show. */
export function readGuide(read: ReadText): Guide {
  const lists = marked.lexer(read(CONTENTS)).filter(token => token.type === 'list') as Tokens.List[]
  return lists.flatMap(list => list.items).map(item => readChapter(item, read))
}

/** A line of the list: a link to the chapter, a colon, what it is for. */
function readChapter(item: Tokens.ListItem, read: ReadText): Chapter {
  const [link, ...rest] = (item.tokens[0] as Tokens.Text).tokens ?? []
  if (link?.type !== 'link') throw new Error(`${CONTENTS}: “${item.text}” does not begin with a link`)
  const id = (link as Tokens.Link).href.replace(/\.md$/, '')
  const tokens = marked.lexer(read(`${id}.md`))
  const [title, ...body] = tokens.filter(token => token.type !== 'space')
  if (title?.type !== 'heading' || (title as Tokens.Heading).depth !== 1)
    throw new Error(`${id}.md does not begin with its title`)
  const about = rest.map(token => token.raw).join('')
  return {
    id,
    title: unescaped((title as Tokens.Heading).text),
    about: about.replace(/^:\s*/, ''),
    blocks: blocksOf(body, id),
  }
}

function blocksOf(tokens: readonly Token[], chapter: string): Block[] {
  return tokens.filter(({ type }) => type !== 'space').map(token => blockOf(token, chapter))
}

function blockOf(token: Token, chapter: string): Block {
  switch (token.type) {
    case 'heading': {
      const { depth, text, tokens } = token as Tokens.Heading
      if (depth !== 2 && depth !== 3)
        throw new Error(`${chapter}.md: “${text}” is a heading of depth ${depth}`)
      return { kind: 'heading', depth, id: slugOf(text), spans: spansOf(tokens, chapter) }
    }
    case 'paragraph':
    case 'text': {
      const { tokens = [] } = token as Tokens.Paragraph
      const [first] = tokens
      if (tokens.length === 1 && first?.type === 'image') {
        const { href, text } = first as Tokens.Image
        return { kind: 'picture', src: href, alt: unescaped(text), width: 0, height: 0 }
      }
      return { kind: 'paragraph', spans: spansOf(tokens, chapter) }
    }
    case 'list': {
      const { ordered, start, items } = token as Tokens.List
      return {
        kind: 'list',
        isOrdered: ordered,
        start: start === '' ? 1 : start,
        items: items.map(item => blocksOf(item.tokens, chapter)),
      }
    }
    case 'table': {
      const { header, rows } = token as Tokens.Table
      const cell = ({ tokens }: Tokens.TableCell): Cell => spansOf(tokens, chapter)
      return { kind: 'table', head: header.map(cell), rows: rows.map(row => row.map(cell)) }
    }
    case 'code':
      return { kind: 'lines', text: (token as Tokens.Code).text }
    case 'blockquote':
      return { kind: 'note', blocks: blocksOf((token as Tokens.Blockquote).tokens, chapter) }
    default:
      throw new Error(`${chapter}.md holds a ${token.type}, which the app does not show: ${token.raw}`)
  }
}

function spansOf(tokens: readonly Token[], chapter: string): Span[] {
  return tokens.map(token => spanOf(token, chapter))
}

function spanOf(token: Token, chapter: string): Span {
  switch (token.type) {
    case 'text':
    case 'escape':
      return { kind: 'text', text: unescaped((token as Tokens.Text).text).replace(/\n/g, ' ') }
    case 'strong':
    case 'em':
      return { kind: token.type, spans: spansOf((token as Tokens.Strong).tokens, chapter) }
    case 'codespan': {
      const { text } = token as Tokens.Codespan
      return { kind: isKey(text) ? 'key' : 'code', text: unescaped(text) }
    }
    case 'link': {
      const { href, tokens } = token as Tokens.Link
      return { kind: 'link', to: placeOf(href, chapter), spans: spansOf(tokens, chapter) }
    }
    default:
      throw new Error(`${chapter}.md holds a ${token.type}, which the app does not show: ${token.raw}`)
  }
}

/** `trouble.md#a-full-disk`, or `#a-full-disk` of the same chapter. The app is offline: nothing else can be linked to. */
function placeOf(href: string, chapter: string): GuidePlace {
  const match = /^(?:([a-z-]+)\.md)?(?:#(.+))?$/.exec(href)
  if (!match || href === '') throw new Error(`${chapter}.md links to ${href}, which is not in the guide`)
  return { chapter: match[1] ?? chapter, section: match[2] ?? null }
}

/** `Ctrl+K`, `F1`, `0`, `?`, `Enter`. */
function isKey(text: string): boolean {
  const one =
    '(?:[A-Z0-9?]|F\\d+|Ctrl|Shift|Alt|Enter|Esc|Space|Tab|Delete|PageUp|PageDown|Left|Right|Up|Down)'
  return new RegExp(`^(?:(?:Ctrl|Shift|Alt)\\+)*${one}$`).test(text)
}

/** As GitHub names the headings of a page, so that one link leads there on both. */
export function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replace(/\s/g, '-')
}

/** marked leaves a few signs as it would write them in HTML. */
function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}
