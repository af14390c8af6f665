import { attributeOf, readXml } from '../exchange/returned/xml.ts'
import { openParts, type Parts } from '../exchange/returned/zip-parts.ts'
import { tableText } from './table-text.ts'

/** So much text of one file is looked through. */
const MOST_CHARACTERS = 16 * 1024 * 1024

/** The words of a document, a sheet or slides, by the parts of their zip file. Within the limits of files that come back. */
export async function textOfOffice(bytes: Buffer): Promise<string> {
  const parts = await openParts(bytes)
  const names = parts.names()
  if (names.some(name => name.startsWith('xl/'))) return textOfSheets(parts, names)
  const texts: string[] = []
  for (const name of names.filter(isWords).sort()) texts.push(await textOfPart(parts, name))
  return texts.join('\n').slice(0, MOST_CHARACTERS)
}

function isWords(name: string): boolean {
  return (
    /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml$/.test(name) ||
    /^ppt\/(?:slides|notesslides|comments)\/[^/]+\.xml$/.test(name) ||
    /^(?:content|styles|docprops\/core|meta)\.xml$/.test(name)
  )
}

async function textOfPart(parts: Parts, name: string): Promise<string> {
  const bytes = parts.read(name)
  if (!bytes) return ''
  let text = ''
  await readXml(bytes, {
    open: element => {
      if (element === 'tab' || element === 's') text += ' '
      else if (element === 'br' || element === 'line-break') text += '\n'
    },
    close: element => {
      if (/^(?:p|h|creator|title|lastModifiedBy|subject)$/.test(element)) text += '\n'
      else if (/^(?:tc|table-cell)$/.test(element)) text = `${text.trimEnd()} | `
    },
    text: words => {
      if (text.length < MOST_CHARACTERS) text += words
    },
  })
  return text
}

async function textOfSheets(parts: Parts, names: readonly string[]): Promise<string> {
  const strings = await textsIn(parts, 'xl/sharedstrings.xml')
  const tables: string[] = []
  for (const name of names.filter(one => /^xl\/worksheets\/[^/]+\.xml$/.test(one)).sort())
    tables.push(tableText(await rowsOf(parts, name, strings)))
  for (const name of names.filter(one =>
    /^xl\/(?:comments|drawings\/|threadedcomments\/)[^_]*\.xml$/.test(one),
  ))
    tables.push(await textOfPart(parts, name))
  return tables.join('\n').slice(0, MOST_CHARACTERS)
}

async function textsIn(parts: Parts, name: string): Promise<string[]> {
  const bytes = parts.read(name)
  const texts: string[] = []
  let text = ''
  if (bytes)
    await readXml(bytes, {
      open: element => {
        if (element === 'si') text = ''
      },
      close: element => {
        if (element === 'si') texts.push(text)
      },
      text: words => {
        text += words
      },
    })
  return texts
}

/** Cells in their columns, so that a heading stands over its cells. */
async function rowsOf(parts: Parts, name: string, strings: readonly string[]): Promise<string[][]> {
  const rows: string[][] = []
  let row: string[] = []
  let [kind, column, value, isValue] = ['', 0, '', false]
  let characters = 0
  await readXml(parts.read(name)!, {
    open: (element, attributes) => {
      if (element === 'row') row = []
      else if (element === 'c') {
        kind = attributeOf(attributes, 't') ?? ''
        column = columnOf(attributeOf(attributes, 'r') ?? '') ?? row.length
        value = ''
      } else if (element === 'v' || element === 't') isValue = true
    },
    close: element => {
      if (element === 'v' || element === 't') isValue = false
      else if (element === 'c') {
        const cell = kind === 's' ? (strings[Number(value)] ?? '') : value
        characters += cell.length
        if (column < 500 && characters < MOST_CHARACTERS) row[column] = cell
      } else if (element === 'row') rows.push(Array.from(row, cell => cell ?? ''))
    },
    text: words => {
      if (isValue) value += words
    },
  })
  return rows
}

/** 0 for `A7`, 26 for `AA7`. */
function columnOf(reference: string): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0]
  if (!letters) return null
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
