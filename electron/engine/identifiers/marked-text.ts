const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}
/** Elements after which a line ends. */
const BLOCKS = /^\/?(?:p|div|br|li|tr|h[1-6]|table|title|section|article|header|footer|dt|dd)\b/i

/** The words of a page without its marks, scripts and styles. Read once from end to end, however it is made. */
export function textOfPage(page: string): string {
  const parts: string[] = []
  let at = 0
  while (at < page.length) {
    const open = page.indexOf('<', at)
    if (open === -1) break
    parts.push(page.slice(at, open))
    if (page.startsWith('<!--', open)) {
      const close = page.indexOf('-->', open)
      // Comments leave with the page and are looked through as well.
      parts.push(page.slice(open + 4, close === -1 ? page.length : close))
      at = close === -1 ? page.length : close + 3
      continue
    }
    const close = page.indexOf('>', open)
    if (close === -1) {
      at = page.length
      parts.push(page.slice(open))
      break
    }
    const tag = page.slice(open + 1, Math.min(close, open + 400))
    const [silent] = /^(?:script|style)\b/i.exec(tag) ?? []
    parts.push(addressIn(tag), BLOCKS.test(tag) ? '\n' : /^\/?t[dh]\b/i.test(tag) ? ' | ' : '')
    at = silent ? endOf(page, silent, close) : close + 1
  }
  parts.push(page.slice(at))
  return parts.join('').replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,6});/gi, entity)
}

/** Where a link leads is in the page too: `mailto:jo@example.org`. */
function addressIn(tag: string): string {
  const address = /\bhref\s*=\s*["']?(?:mailto|tel):([^"'\s>?]{1,200})/i.exec(tag)?.[1]
  return address ? ` ${address} ` : ''
}

function endOf(page: string, silent: string, from: number): number {
  const end = new RegExp(`</${silent}\\s*>`, 'ig')
  end.lastIndex = from
  const found = end.exec(page)
  return found ? found.index + found[0].length : page.length
}

function entity(whole: string, name: string): string {
  if (!name.startsWith('#')) return NAMED[name.toLowerCase()] ?? whole
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
}
