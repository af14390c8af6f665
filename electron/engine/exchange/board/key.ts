import { RECENT_MONTHS } from '../../../../shared/rules/evidence-age.ts'
import { AGREEMENT_RULE } from '../../../../shared/text/agreement.ts'
import { longDate } from '../../../../shared/text/dates.ts'
import { handlingMeanings, handlingWords } from '../../../../shared/text/words.ts'
import {
  type Cell,
  type Column,
  headerRowOf,
  type KeyList,
  type KeyRanges,
  type Sheet,
} from '../sheet-model.ts'
import type { SheetFacts } from './board-facts.ts'
import type { MadeFrom } from './input.ts'
import { headLines, levelColoursOf, statusColours, titleOf } from './sheet-parts.ts'

const columns: readonly Column[] = [
  { id: 'part', header: 'Part', width: 18, kind: 'text' },
  { id: 'code', header: 'Code', width: 12, kind: 'level' },
  { id: 'word', header: 'Word', width: 32, kind: 'text' },
  { id: 'meaning', header: 'Meaning', width: 112, kind: 'text' },
]

/** A row of a part: code, word, meaning. */
export type KeyRow = readonly [code: Cell, word: string, meaning: string]

/** What the words, colours and numbers mean in this workbook, and where the drop-downs of the other sheets look. */
export function keySheet(facts: SheetFacts, file: MadeFrom): KeyMade {
  return keyOf(facts, [
    ...statusParts(facts),
    ...scaleParts(facts),
    ...planParts(facts),
    ...creditParts(facts, file),
  ])
}

/** The status words alone and what they mean, for who only reports on actions. */
export function shortKeySheet(facts: SheetFacts, more: readonly KeyRow[]): KeyMade {
  return keyOf(facts, [...statusParts(facts), { name: 'About this file', rows: more }])
}

/** A Key sheet, and where its lists stand. */
export type KeyMade = { readonly sheet: Sheet; readonly lists: KeyRanges }

function keyOf(facts: SheetFacts, parts: readonly Part[]): KeyMade {
  const lines = headLines(facts)
  const ranges: Partial<Record<KeyList, string>> = {}
  let row = headerRowOf({ lines }) + 1
  for (const part of parts) {
    if (part.list) ranges[part.list] = `Key!$C$${row}:$C$${row + Math.max(1, part.rows.length) - 1}`
    row += part.rows.length
  }
  return {
    sheet: {
      name: 'Key',
      title: titleOf(facts, 'Key'),
      lines,
      columns,
      rows: parts.flatMap(part => part.rows.map(cells => [part.name, ...cells])),
      frozenColumns: 1,
      colours: [
        ...statusColours(facts, 'word').map(colour => ({ ...colour, when: whileIn(colour.when, 'Status') })),
        ...levelColoursOf('code').map(colour => ({ ...colour, when: whileIn(colour.when, 'Level') })),
      ],
      notes: [],
    },
    lists: ranges,
  }
}

type Part = { readonly name: string; readonly list?: KeyList; readonly rows: readonly KeyRow[] }

function statusParts({ input }: SheetFacts): Part[] {
  const { rows, framework } = input
  const statuses = [...rows.statuses].sort((a, b) => a.position - b.position)
  return [
    {
      name: 'Status',
      list: 'statuses',
      rows: statuses.map(status => [
        status.code,
        status.label,
        `${status.meaning}${status.isClosing ? ' Closes the action: it cannot be late.' : ''}`.trim(),
      ]),
    },
    {
      name: 'About status',
      rows: [
        [null, 'Words and colours', framework.actionPlan.statusNote],
        [
          null,
          'Days late',
          'Counted from the due date, whatever the owner says, and shown beside the declared status. Nothing is late ' +
            'without a due date, or once its status closes it.',
        ],
      ],
    },
  ]
}

function scaleParts({ input, principles }: SheetFacts): Part[] {
  const { scale } = input.framework
  return [
    { name: 'Level', rows: scale.levels.map(level => [level.value, level.label, level.definition]) },
    {
      name: 'About levels',
      rows: [
        [null, 'Not discussed', 'Nobody has rated this yet. It never counts as level 0, which is an answer.'],
        [null, 'Not applicable', 'The principle does not apply here, for the reason given.'],
        [null, 'Levels', 'Levels are steps in an order, not a score: they are not added up or averaged.'],
        [null, 'Scale', scale.notes],
      ],
    },
    {
      name: 'Confidence',
      list: 'confidence',
      rows: scale.confidence.map(step => [null, step.label, step.meaning]),
    },
    {
      name: 'Agreement',
      rows: [
        [null, 'The rule', AGREEMENT_RULE],
        [null, 'Planned from', 'A split rating is a result. It shows the level the plan starts from.'],
      ],
    },
    {
      name: 'Principle',
      list: 'principles',
      rows: principles.map(one => [null, `${one.number} ${one.title}`, one.statement]),
    },
  ]
}

function planParts({ input, areas }: SheetFacts): Part[] {
  const { framework } = input
  const { priorities, risk } = framework.actionPlan
  return [
    {
      name: 'Place',
      list: 'areas',
      rows: areas.map(area => [
        null,
        area.name,
        area.kind === 'system' ? 'The whole system.' : 'A place in it.',
      ]),
    },
    {
      name: 'Level of need',
      list: 'levelsOfNeed',
      rows: framework.levelsOfNeed.map(level => [null, level.label, level.description]),
    },
    { name: 'Priority', list: 'priorities', rows: priorities.map(one => [null, one.label, one.meaning]) },
    {
      name: 'Risk',
      rows: [
        [null, 'Risk score', risk.method],
        ...risk.bands.map((band): KeyRow => [`${band.min} to ${band.max}`, band.label, band.response]),
      ],
    },
    { name: 'Likelihood', rows: risk.likelihood.map(step => [step.value, step.label, step.meaning]) },
    { name: 'Consequence', rows: risk.consequence.map(step => [step.value, step.label, step.meaning]) },
    {
      name: 'Evidence',
      rows: [
        [
          null,
          'Recent',
          `Dated within the last ${RECENT_MONTHS} months. A level of 3 or 4 wants a recent item.`,
        ],
        ...(['share', 'board', 'keep'] as const).map(
          (handling): KeyRow => [null, handlingWords[handling], handlingMeanings[handling]],
        ),
      ],
    },
  ]
}

function creditParts({ input, round }: SheetFacts, file: MadeFrom): Part[] {
  const { framework: content, today } = input
  const { source, title, version } = content.framework
  return [
    {
      name: 'Term',
      rows: [...content.scale.terms, ...content.glossary].map(
        (term): KeyRow => [null, term.term, term.meaning],
      ),
    },
    {
      name: 'Credit',
      rows: [
        [
          null,
          'The nine principles',
          `${source.authors.join(', ')}: ${source.title}. ${source.publisher}, ${source.year}.`,
        ],
        [null, 'Where to read them', source.url],
        [null, 'Not endorsed', content.framework.summary],
        [null, 'Period', content.framework.period],
      ],
    },
    {
      name: 'Version',
      rows: [
        [version, 'Framework', title],
        [
          file.appVersion,
          'Ninefold',
          `Made with Ninefold from the workbook ${file.name} on ${longDate(today)}.`,
        ],
        [
          null,
          'Round',
          `${round.name}, as at ${longDate(round.asAt)}, ${round.state === 'open' ? 'open' : 'signed off'}.`,
        ],
      ],
    },
  ]
}

function whileIn(
  when: ReturnType<typeof levelColoursOf>[number]['when'],
  part: string,
): ReturnType<typeof levelColoursOf>[number]['when'] {
  return 'is' in when ? { is: when.is, while: { columnId: 'part', is: part } } : when
}
