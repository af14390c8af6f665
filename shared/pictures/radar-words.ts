import { listOf } from '../text/sizes.ts'
import type { RadarInput, RadarPrinciple } from './radar.ts'
import type { PictureTable } from './scene.ts'
import { levelWords, standingWords } from './standing.ts'

/** The radar in sentences: every principle with every value the drawing has. */
export function radarSentences(input: RadarInput): string {
  const { principles, levelNames } = input
  const rated = principles.filter(principle => principle.now.state === 'rated')
  const open = principles.filter(principle => principle.now.state === 'not-discussed')
  const out = principles.filter(principle => principle.now.state === 'not-applicable')
  const each = rated.map(principle => `${nameOf(principle)}: ${valuesOf(principle, levelNames)}.`)
  const openWords = open.map(principle => `${nameOf(principle)}${asideOf(principle, levelNames)}`)
  return [
    `Radar of ${principles.length} principles for ${input.areaName}, ${input.roundName}, levels 0 to 4.`,
    ...each,
    open.length ? `Not discussed yet: ${listOf(openWords)}.` : '',
    out.length ? `Not applicable: ${listOf(out.map(nameOf))}.` : '',
  ]
    .filter(Boolean)
    .join(' ')
}

/** The radar as a table: a row a principle. */
export function radarTable(input: RadarInput): PictureTable {
  const { principles, levelNames, lastRoundName } = input
  const last = lastRoundName === null ? [] : ['Last round']
  return {
    caption: `Now${last.length ? ', target and last round' : ' and target'}: ${input.areaName}, ${input.roundName}`,
    columns: ['Principle', 'Now', 'Target', ...last],
    rows: principles.map(principle => [
      nameOf(principle),
      standingWords(principle.now, levelNames),
      principle.target === null ? 'Not set' : levelWords(principle.target, levelNames),
      ...last.map(() => (principle.last ? standingWords(principle.last, levelNames) : 'Not discussed yet')),
    ]),
  }
}

function nameOf(principle: RadarPrinciple): string {
  return `${principle.number} ${principle.title}`
}

function valuesOf(principle: RadarPrinciple, levelNames: readonly string[]): string {
  const values = [`now ${standingWords(principle.now, levelNames)}`]
  values.push(principle.target === null ? 'no target' : `target ${principle.target}`)
  if (principle.last?.state === 'rated') values.push(`last round ${principle.last.level}`)
  return values.join(', ')
}

/** What a principle without a level still shows: a target, or where it stood last time. */
function asideOf(principle: RadarPrinciple, levelNames: readonly string[]): string {
  const values: string[] = []
  if (principle.target !== null) values.push(`target ${levelWords(principle.target, levelNames)}`)
  if (principle.last?.state === 'rated') values.push(`last round ${principle.last.level}`)
  return values.length ? ` (${values.join(', ')})` : ''
}
