/**
 * What Excel repairs or refuses and other readers let pass: every such fault in the parts of a file, in words. Empty is
 * well. The parts are those our own writer makes, so plain patterns find their way in them. Only a sheet that cannot be seen may go without a table.
 */
export function faultsOf(parts: ReadonlyMap<string, string>): string[] {
  const faults: string[] = []
  const say = (part: string, is: boolean, what: string) => {
    if (!is) faults.push(`${part}: ${what}`)
  }
  const strings = stringsOf(parts.get('xl/sharedStrings.xml')!)
  say('strings', new Set(strings).size === strings.length, 'one stands there twice')
  for (const text of strings) say('strings', text.length <= 32_767, `${text.length} characters in a cell`)
  for (const tag of ['fonts', 'fills', 'borders', 'cellXfs', 'dxfs', 'numFmts'])
    say('styles', countIsRight(parts.get('xl/styles.xml')!, tag), `count of ${tag}`)
  const formats = Number(/<dxfs count="(\d+)"/.exec(parts.get('xl/styles.xml')!)?.[1])
  const names = new Set<string>()
  const seen = [...(parts.get('xl/workbook.xml') ?? '').matchAll(/<sheet [^>]*>/g)]
  const unseen = new Set(seen.flatMap(([tag], at) => (tag.includes('veryHidden') ? `${at + 1}` : [])))
  for (const [name, xml] of parts) {
    const number = /^xl\/worksheets\/sheet(\d+)\.xml$/.exec(name)?.[1]
    if (!number) continue
    const order = [...xml.matchAll(/<(\w+)[ />]/g)].map(match => match[1]!).filter(tag => ORDER.includes(tag))
    const first = order.filter((tag, index) => order.indexOf(tag) === index)
    const sorted = [...first].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b))
    say(name, first.join() === sorted.join(), `order of ${first.join()}`)
    for (const [, height] of xml.matchAll(/ ht="([\d.]+)"/g))
      say(name, Number(height) <= 409.5, `row ${height}`)
    for (const [, id] of xml.matchAll(/dxfId="(\d+)"/g)) say(name, Number(id) < formats, `format ${id}`)
    for (const [, text] of xml.matchAll(/<formula1>(.*?)<\/formula1>/g))
      say(name, plainOf(text!).length <= 255, 'validation too long')
    for (const [, text] of xml.matchAll(/<odd(?:Header|Footer)>(.*?)<\/odd/g))
      say(name, plainOf(text!).length <= 255, 'header or footer too long')
    for (const [, text] of xml.matchAll(/<f>(.*?)<\/f>/g)) {
      say(name, plainOf(text!).length <= 8192, 'formula too long')
      for (const [, word] of plainOf(text!).matchAll(/"((?:[^"]|"")*)"/g))
        say(name, word!.replaceAll('""', '"').length <= 255, 'word in a formula too long')
    }
    for (const cell of xml.match(/<c [^>]*><f>.*?<\/c>/g) ?? [])
      say(name, /<v>|t="str"/.test(cell), `no value: ${cell}`)
    const table = parts.get(`xl/tables/table${number}.xml`)
    if (!table) {
      if (unseen.has(number)) continue
      faults.push(`${name}: no table`)
      continue
    }
    const [, ref, from, row] = / ref="(([A-Z]+)(\d+):[A-Z]+\d+)"/.exec(table)!
    say(name, from === 'A' && table.includes(`<autoFilter ref="${ref}"`), 'filter and table differ')
    say(name, countIsRight(table, 'tableColumns'), 'count of columns')
    const label = /displayName="([^"]*)"/.exec(table)![1]!
    say(name, /^[A-Za-z_][\w.]*$/.test(label) && !names.has(label.toLowerCase()), `name of table ${label}`)
    names.add(label.toLowerCase())
    const heads = [...table.matchAll(/<tableColumn [^>]*name="([^"]*)"/g)].map(match => plainOf(match[1]!))
    say(name, new Set(heads.map(head => head.toLowerCase())).size === heads.length, 'heading twice')
    const cells = [...xml.matchAll(new RegExp(`<c r="[A-Z]+${row}"[^>]*t="s"[^>]*><v>(\\d+)</v>`, 'g'))]
    const shown = cells.map(match => strings[Number(match[1])])
    say(name, shown.join('|') === heads.join('|'), `headings ${heads.join('|')} over ${shown.join('|')}`)
  }
  const types = parts.get('[Content_Types].xml')!
  for (const name of parts.keys())
    if (name.endsWith('.xml') && name !== '[Content_Types].xml')
      say(name, types.includes(`PartName="/${name}"`), 'no content type')
  return faults
}

/** The order in which a sheet must have its elements. */
const ORDER = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetProtection',
  'autoFilter',
  'conditionalFormatting',
  'dataValidations',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'drawing',
  'tableParts',
]

function stringsOf(xml: string): string[] {
  const items = xml.match(/<si>.*?<\/si>/gs) ?? []
  return items.map(item =>
    [...item.matchAll(/<t(?: [^>]*)?>(.*?)<\/t>/gs)].map(match => plainOf(match[1]!)).join(''),
  )
}

/** Whether an element has as many children as it says. */
function countIsRight(xml: string, tag: string): boolean {
  const found = new RegExp(`<${tag} count="(\\d+)"[^>]*?(?:/>|>(.*?)</${tag}>)`, 's').exec(xml)
  if (!found) return true
  let [depth, children] = [0, 0]
  for (const [whole, end] of (found[2] ?? '').matchAll(/<(\/?)[^>]*>/g)) {
    if (end) depth--
    else {
      if (depth === 0) children++
      if (!whole.endsWith('/>')) depth++
    }
  }
  return children === Number(found[1])
}

function plainOf(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replace(/&#(?:x([0-9a-f]+)|(\d+));/gi, (_, hex, ten) =>
      String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(ten)),
    )
    .replaceAll('&amp;', '&')
}
