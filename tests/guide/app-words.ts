import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { transformSync } from 'esbuild'
import { parseAst } from 'vite'

const ROOT = join(import.meta.dirname, '../..')
const SOURCES = [
  'renderer/**/*.{ts,tsx}',
  'shared/**/*.ts',
  'electron/main/menu.ts',
  'electron/engine/exchange/**/*.ts',
]
const CONTENT = ['resources/framework/*.json', 'resources/kit/*.json']
/** Longer texts are no names. */
const MOST_ALTERNATIVES = 48

type Node = { readonly type: string; readonly [key: string]: unknown }

/** Every phrase the app can show, as its source has it: words as they stand, and `…` where something varies. */
export function phrasesOfApp(): ReadonlySet<string> {
  const phrases = new Set<string>()
  const keep = (text: string) => {
    const plain = text
      .replace(/\s+/g, ' ')
      .replace(/(…\s?)+…/g, '…')
      .trim()
    if (/\p{L}/u.test(plain)) phrases.add(plain)
  }
  for (const path of globSync(SOURCES, { cwd: ROOT })) {
    // The guide would prove itself.
    if (path.includes('screens/guide/')) continue
    const source = readFileSync(join(ROOT, path), 'utf8')
    const { code } = transformSync(source, { loader: path.endsWith('x') ? 'tsx' : 'ts', jsx: 'transform' })
    visit(parseAst(code) as unknown as Node, node => {
      for (const text of textsOf(node)) keep(path.endsWith('menu.ts') ? text.replace('&', '') : text)
    })
  }
  for (const path of globSync(CONTENT, { cwd: ROOT }))
    JSON.parse(readFileSync(join(ROOT, path), 'utf8'), (_key, value) => {
      if (typeof value === 'string') keep(value)
      return value
    })
  return phrases
}

/** Whether the app shows this: a phrase whole, or the beginning of a sentence. */
export function isShown(name: string, phrases: ReadonlySet<string>): boolean {
  const tried = name.replaceAll('…', 'x 1 x')
  const withoutNumber = name.replace(/^\d /, '')
  if (phrases.has(name) || phrases.has(withoutNumber)) return true
  const isSentence = name.split(' ').length > 3 || name.endsWith(':')
  for (const phrase of phrases) {
    if (isSentence && phrase.startsWith(name)) return true
    const found = phrase.includes('…') ? patternOf(phrase)?.exec(tried) : null
    if (found?.slice(1).every(part => mayVary(part, phrases))) return true
  }
  return false
}

/** What may stand where a phrase varies: *…*, a figure, so many things, or another name of the app, such as a principle with its number. */
function mayVary(part: string, phrases: ReadonlySet<string>): boolean {
  if (part.includes('x 1 x') || /^[\d:]+( [a-z]+)?$/.test(part)) return true
  const name = part.replace(/^\d /, '')
  return /^\p{Lu}/u.test(name) && phrases.has(name)
}

const patterns = new Map<string, RegExp | null>()

/** `Make …` as a pattern; of a phrase that says too little for itself, none. */
function patternOf(phrase: string): RegExp | null {
  const known = patterns.get(phrase)
  if (known !== undefined) return known
  const letters = phrase.replace(/[^\p{L}]/gu, '').length
  const escaped = phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('…', '(.+)')
  const pattern = letters < 2 || phrase.length > 200 ? null : new RegExp(`^${escaped}$`)
  patterns.set(phrase, pattern)
  return pattern
}

function visit(node: Node, on: (node: Node) => void): void {
  on(node)
  for (const value of Object.values(node)) {
    const children = Array.isArray(value) ? value : [value]
    for (const child of children)
      if (child && typeof child === 'object' && typeof (child as Node).type === 'string')
        visit(child as Node, on)
  }
}

/** What a piece of source can say: a text, a text with holes, the words of an element. */
function textsOf(node: Node): string[] {
  if (node.type === 'Literal') return typeof node.value === 'string' ? [node.value] : []
  if (node.type === 'TemplateLiteral') {
    const { quasis, expressions } = node as unknown as {
      quasis: { value: { cooked: string } }[]
      expressions: Node[]
    }
    const parts = quasis.flatMap(({ value }, at) => [
      [value.cooked],
      ...(expressions[at] ? [waysOf(expressions[at])] : []),
    ])
    return joined(parts)
  }
  if (node.type === 'CallExpression' && isElement(node.callee as Node)) {
    const [, , ...children] = node.arguments as Node[]
    return children.length > 1 ? joined(children.map(waysOf)) : []
  }
  return []
}

/** The ways a part of a text can read. */
function waysOf(node: Node): string[] {
  if (node.type === 'ConditionalExpression')
    return [...waysOf(node.consequent as Node), ...waysOf(node.alternate as Node)]
  if (node.type === 'LogicalExpression')
    return [...(node.operator === '&&' ? [''] : waysOf(node.left as Node)), ...waysOf(node.right as Node)]
  const texts = textsOf(node)
  return texts.length > 0 ? texts : node.type === 'Literal' ? [String(node.value)] : ['…']
}

function joined(parts: readonly string[][]): string[] {
  return parts.reduce<string[]>(
    (all, ways) => all.flatMap(text => ways.map(way => text + way)).slice(0, MOST_ALTERNATIVES),
    [''],
  )
}

function isElement(callee: Node): boolean {
  const property = callee.property as Node | undefined
  return callee.type === 'MemberExpression' && property?.name === 'createElement'
}
