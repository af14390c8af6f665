/** As many as a number here and in Excel keeps. */
const MOST_DIGITS = 15

/** The number read, or a sentence that says why none could be. */
export type TypedNumber = { readonly value: number } | { readonly problem: string }

const SPACES = /[\s\u00a0\u2009\u202f]+/g
const PLAIN = /^\d*\.?\d+$|^\d+\.$/
const GROUPED = /^\d{1,3}(?:([, ])\d{3})(?:\1\d{3})*(?:\.\d+)?$/

/**
 * The number a person meant, typed the ways people type: `1,234.5`, `1 234`, `-3`, `45%`, `12 weeks` where the unit is
 * weeks. Nothing is guessed: `12 k` and `1,5` are refused. `unit` is the measure's.
 */
export function typedNumber(text: string, unit: string): TypedNumber {
  const words = text.normalize('NFKC').replace(SPACES, ' ').trim()
  const bare = withoutUnit(words, unit.normalize('NFKC').replace(SPACES, ' ').trim())
  if (bare.endsWith('%'))
    return { problem: `This measure counts in ${unit.trim()}, not in %. Type the number alone.` }
  const [, sign = '', coin = '', figure = ''] = /^([-\u2212\u2013+]?) ?([£€$]?) ?(.*)$/s.exec(bare)!
  if (coin !== '' && coin !== coinOf(unit))
    return { problem: `This measure does not count in ${coin}. Type the number alone.` }
  if (!PLAIN.test(figure) && !GROUPED.test(figure))
    return { problem: 'This number cannot be read. Type it in figures alone, like 1,234.5.' }
  const digits = figure.replace(/[, ]/g, '')
  if (digits.replace(/^0+/, '').replace('.', '').length > MOST_DIGITS)
    return { problem: `This number has more than ${MOST_DIGITS} digits. Type it shorter.` }
  const value = Number(digits)
  return { value: value !== 0 && /[-\u2212\u2013]/.test(sign) ? -value : value }
}

/** A number may be typed with the unit the measure counts in; a % too where that is one of its words or there is none. */
function withoutUnit(words: string, unit: string): string {
  // A unit that is a number itself would eat digits.
  const last = unit.slice(coinOf(unit).length).trim()
  if (/^\D/.test(last) && words.toLowerCase().endsWith(last.toLowerCase()))
    return words.slice(0, -last.length).trim()
  const isPercent = unit === '' || /%|per ?cent/i.test(unit)
  return isPercent ? words.replace(/ ?%$/, '') : words
}

/** A number in full, as it may be typed again: `1,234.5`, `-3`. */
export function numberWords(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: MOST_DIGITS, useGrouping: true })
}

/** A number with what it counts: `45%`, `12 weeks`, `-£3 million`, `1,234` where the unit is not said. */
export function figureWords(value: number, unit: string): string {
  const coin = coinOf(unit)
  const number = figureIn(Math.abs(value), unit.trim().slice(coin.length))
  return `${value < 0 ? '-' : ''}${coin}${number}`
}

function figureIn(value: number, unit: string): string {
  const said = unit.trim()
  if (said === '') return numberWords(value)
  return said.startsWith('%') ? `${numberWords(value)}${said}` : `${numberWords(value)} ${said}`
}

/** The sign of money a unit begins with; empty for any other unit. */
function coinOf(unit: string): string {
  return /^\s*([£€$])/.exec(unit)?.[1] ?? ''
}
