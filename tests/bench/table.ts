import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { root } from '../../scripts/build.ts'
import type { Row } from './measure.ts'

const DOCUMENT = join(root, 'docs/performance.md')
const [BEGIN, END] = ['<!-- bench -->', '<!-- end of bench -->']

/** `name value reference ratio goal`, as it is printed. */
export function lineOf({ name, value, reference, goal }: Row): string {
  return [name, ...[value, reference, value / reference].map(figure => figure.toFixed(2)), goal].join(' ')
}

/** Puts the rows in the place of those between the two marks. */
export function writeTable(rows: readonly Row[]): void {
  const text = readFileSync(DOCUMENT, 'utf8')
  const [before, after] = [text.indexOf(BEGIN), text.indexOf(END)]
  if (before < 0 || after < before) throw new Error(`${DOCUMENT} has no place for the table`)
  const lines = [
    `${text.slice(0, before)}${BEGIN}`,
    '',
    `${cpus().length} processors (${cpus()[0]?.model.trim()}), ${process.platform}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}.`,
    '',
    '| row | value | reference | ratio | goal | met |',
    '|---|---|---|---|---|---|',
    ...rows.map(cellsOf),
    '',
    text.slice(after),
  ]
  writeFileSync(DOCUMENT, lines.join('\n'))
}

function cellsOf({ name, value, reference, goal }: Row): string {
  const ratio = value / reference
  const figures = [value, reference, ratio].map(figure => figure.toFixed(2))
  return `| \`${name}\` | ${figures.join(' | ')} | ${goal} | ${ratio <= goal ? 'yes' : 'no'} |`
}
