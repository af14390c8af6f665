import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type OtherSheet, python, readWithOpenpyxl } from '../../helpers/other-readers.ts'
import { MINORITY, twoRounds } from '../../helpers/two-rounds.ts'

type Table = readonly Readonly<Record<string, string | number | null>>[]

/** The rows of a sheet by heading, as openpyxl reads them. */
function tableOf({ rows, tables }: OtherSheet): Table {
  const [, top, bottom] = /^[A-Z]+(\d+):[A-Z]+(\d+)$/.exec(tables[0]!)!
  const headers = rows[Number(top) - 1]!
  return rows
    .slice(Number(top), Number(bottom))
    .map(row => Object.fromEntries(headers.flatMap((header, at) => (header ? [[header, row[at]!]] : []))))
}

/** A board workbook as openpyxl reads it. */
function read(path: string) {
  const sheets = readWithOpenpyxl(path)
  const sheet = (name: string) => sheets.find(one => one.name === name)!
  // The Key explains all words there are, whoever was in the room.
  const words = sheets.flatMap(one => (one.name === 'Key' ? [] : one.rows.flat())).join('\n')
  return { sheet, table: (name: string) => tableOf(sheet(name)), words }
}

/** The story with a board workbook of each round. */
async function exported() {
  const request = (view: 'board' | 'full') => ({ kind: 'board' as const, options: { view } })
  const story = await twoRounds(({ shell, folder }) =>
    shell.export.make({ to: join(folder, 'First.xlsx'), request: request('full') }),
  )
  const to = join(story.folder, 'Second.xlsx')
  await story.shell.export.make({ to, request: request('board') })
  expect(await story.shell.file.check()).toMatchObject({ ok: true, problems: [] })
  return { first: read(join(story.folder, 'First.xlsx')), ...read(to) }
}

describe.skipIf(!python)('two rounds in the board workbook, as another program reads it', () => {
  it('RM3 RM13 RM33 RM34 BW31 BW32 BW60 RN6 RN22: everything a board should hear, and nobody singled out', async () => {
    const { table, sheet, words: all, first } = await exported()
    const votes = table('Votes').filter(row => row['Principle'] === '1 Parity of esteem')
    expect(votes).toEqual([
      {
        ...{ Place: 'Northmoor and Vale', Principle: '1 Parity of esteem', Count: 'First' },
        ...{ 'Votes for 0': 0, 'Votes for 1': 4, 'Votes for 2': 0, 'Votes for 3': 3, 'Votes for 4': 5 },
        ...{ Votes: 12, Median: 3, Range: '1 to 4', Verdict: 'Split' },
        'How it came about': '4 of 12 votes are outside 2 to 4: a third or more, so split.',
      },
      {
        ...{ Place: 'Northmoor and Vale', Principle: '1 Parity of esteem', Count: 'Second' },
        ...{ 'Votes for 0': 0, 'Votes for 1': 0, 'Votes for 2': 2, 'Votes for 3': 10, 'Votes for 4': 2 },
        ...{ Votes: 14, Median: 3, Range: '2 to 4', Verdict: 'Agreed' },
        'How it came about':
          '0 of 14 votes are outside 2 to 4: fewer than a third, so agreed. Level 3 was agreed.',
      },
    ])
    const steps = table('Rounds').map(row => [
      row['Principle']!.toString().slice(0, 1),
      ...['Round', 'Level', 'Change', 'Kind of change', 'In words'].map(header => row[header]),
    ])
    expect(steps.filter(([principle]) => '123456'.includes(String(principle)))).toEqual([
      ['1', 'Autumn 2026', 2, null, null, null],
      ['1', 'Spring 2027', 3, 1, 'Real change', 'Up from 2 to 3. Real change. Both posts are filled.'],
      ['2', 'Autumn 2026', 1, null, null, null],
      [
        '2',
        'Spring 2027',
        2,
        1,
        'Better evidence',
        'Up from 1 to 2. Better evidence. The audit covers every ward.',
      ],
      ['3', 'Autumn 2026', 1, null, null, null],
      ['4', 'Autumn 2026', 3, null, null, null],
      [
        '4',
        'Spring 2027',
        2,
        -1,
        'We misjudged',
        'Down from 3 to 2. We misjudged. We had counted plans as practice.',
      ],
      ['5', 'Autumn 2026', 2, null, null, null],
      [
        ...['5', 'Spring 2027', 3, 1, 'Different people'],
        'Up from 2 to 3. Different people. The voluntary sector was not here last time.',
      ],
      ['6', 'Autumn 2026', 2, null, null, null],
      ['6', 'Spring 2027', 2, 0, null, 'No change.'],
    ])
    const changes = table('Changes').map(row => [row['What'], row['In words']])
    for (const words of [
      'Agreed. Two posts',
      'Challenged. Level 3 is high',
      'Asked for. A-01: A costed plan',
      'Up from 2 to 3. Real change. Both posts are filled.',
      'Down from 3 to 2. We misjudged. We had counted plans as practice.',
      'Opened Spring 2027 again: The board asked for one more look',
    ])
      expect(changes.map(([, said]) => said)).toContain(words)
    const words = sheet('Rounds').rows.flat().join('\n')
    expect(words).toContain('In the room, everyone')
    expect(words).toContain('Autumn 2026: 12. Spring 2027: 14.')
    expect(words).toContain('Autumn 2026: 3. Spring 2027: 4.')
    expect(words).toContain('No one from mental health trust and primary care in either round.')
    expect(table('Measures').map(row => row['Reading'])).toEqual([47, 52])
    expect(table('Summary')[0]).toMatchObject({ 'Level now': 3, 'Last round': 2, Change: 1 })

    // The first round, as the board had it: splits, whose the minority views are, and what was not revealed.
    const [, split, partners] = first.table('Ratings')
    expect(split).toMatchObject({
      ...{
        'Minority view': MINORITY,
        'Minority view from': 'A group under three',
        Agreement: 'Split 0 to 4',
      },
    })
    expect(partners).toMatchObject({ 'Minority view from': 'Council' })
    const made = first.table('Votes').find(row => row['Principle'] === split!['Principle'])!
    expect(made['How it came about']).toMatch(/so split. It stays split; planned from level 1.$/)
    expect(JSON.stringify(first.table('Exceptions'))).toContain('Planned from level 1')
    expect(first.table('Changes').map(row => row['In words'])).toContain(
      'Signed off Autumn 2026: Helen Marsh, programme director',
    )
    expect(first.table('Votes').some(row => String(row['Principle']).startsWith('8'))).toBe(false)
    expect(first.words).toContain('Autumn 2026: 12.')
    for (const word of ['Sunita', 'Lived experience', 'Acute trust'])
      for (const said of [all, first.words]) expect(said.toLowerCase()).not.toContain(word.toLowerCase())
  }, 60_000)
})
