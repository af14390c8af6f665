import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, it } from 'vitest'
import { isSentence, ninefold } from '../../helpers/cli.ts'
import { freshFolder, startEngine, WHO } from '../../helpers/engine.ts'

async function rowsOf(path: string) {
  const { page, shell } = startEngine()
  await shell.file.open({ path, who: WHO, mode: 'read' })
  return (await page.workbook.read()).rows
}

it('CN1: new makes a workbook of a system with its places, and says so', async () => {
  const path = join(freshFolder(), 'vale.ninefold')
  const answer = await ninefold('new', path, '--system', 'Vale', '--place', 'Moor', '--place', 'Mere')
  expect(answer).toMatchObject({ code: 0, err: '' })
  expect(answer.out).toContain('Vale with 2 places')
  const rows = await rowsOf(path)
  expect(rows.areas.map(area => area.name)).toEqual(['Vale', 'Moor', 'Mere'])
  expect(rows.workbook[0]!.isRehearsal).toBe(false)
})

it('CN2: sample makes the rehearsal, once; a second time the file is left as it was', async () => {
  const path = join(freshFolder(), 's.ninefold')
  expect(await ninefold('sample', path)).toMatchObject({ code: 0, err: '' })
  const before = readFileSync(path)
  const again = await ninefold('sample', path)
  expect([again.code, again.out, isSentence(again.err)]).toEqual([1, '', true])
  expect(readFileSync(path).equals(before)).toBe(true)
})

it('SC1 SC4: sample takes how much to make; a wrong number is one sentence and makes no file', async () => {
  const folder = freshFolder()
  const made = await ninefold('sample', join(folder, 'Large.ninefold'), '--actions', '70', '--rounds', '3')
  expect(made).toMatchObject({ code: 0, err: '' })
  expect(made.out).toMatch(/3 places, 3 rounds, 30 items of evidence and 70 actions\.\n$/)
  const wrong = await ninefold('sample', join(folder, 'Other.ninefold'), '--actions', 'many')
  const err = '--actions is a whole number from 0 to 100,000, not “many”.\n'
  expect(wrong).toEqual({ code: 2, out: '', err })
  expect(readdirSync(folder)).toEqual(['Large.ninefold'])
})

it('CN3 CN10: attach takes files and folders, prints what it attached, and says what it could not', async () => {
  const folder = freshFolder()
  const path = join(folder, 'a.ninefold')
  mkdirSync(join(folder, 'figures/old'), { recursive: true })
  writeFileSync(join(folder, 'minutes.txt'), 'Minutes.')
  writeFileSync(join(folder, 'figures/waits.csv'), 'Week,Waits\n1,14\n')
  writeFileSync(join(folder, 'figures/old/spend.csv'), 'Year,Spend\n')
  await ninefold('new', path, '--system', 'Vale')
  const files = [join(folder, 'minutes.txt'), join(folder, 'figures'), join(folder, 'gone.pdf')]
  const answer = await ninefold('attach', path, ...files, '--principle', '3', '--shows', 'What we found.')
  expect(answer.code).toBe(1)
  expect(answer.out).toBe(
    'E-01 minutes.txt (8 bytes)\nE-02 spend.csv (11 bytes)\nE-03 waits.csv (16 bytes)\n',
  )
  expect(answer.err).toContain('gone.pdf')
  expect(isSentence(answer.err)).toBe(true)
  const rows = await rowsOf(path)
  expect(rows.evidence.map(item => item.shows)).toEqual(Array(3).fill('What we found.'))
  expect(rows.evidenceLinks.filter(link => link.principleId === 'beyond-the-nhs')).toHaveLength(3)
})

it('CN4: a principle goes by number or id; any other is a wrong line, and nothing is attached', async () => {
  const folder = freshFolder()
  const path = join(folder, 'a.ninefold')
  writeFileSync(join(folder, 'a.txt'), 'a')
  await ninefold('new', path, '--system', 'Vale')
  const wrong = await ninefold('attach', path, join(folder, 'a.txt'), '--principle', 'parity')
  expect([wrong.code, isSentence(wrong.err)]).toEqual([2, true])
  expect(wrong.err).toContain('1 parity-of-esteem')
  const right = await ninefold('attach', path, join(folder, 'a.txt'), '--principle', 'parity-of-esteem')
  expect(right).toMatchObject({ code: 0, out: 'E-01 a.txt (1 byte)\n' })
})

it('CN5: check answers 0 for a whole workbook, in words or as JSON, and changes nothing', async () => {
  const folder = freshFolder()
  const path = join(folder, 's.ninefold')
  await ninefold('sample', path)
  const before = readFileSync(path)
  expect((await ninefold('check', path)).out).toMatch(/is whole: 266 changes and 24 evidence files checked/)
  const json = await ninefold('check', path, '--json')
  expect(JSON.parse(json.out)).toEqual({
    ok: true,
    problems: [],
    evidenceChecked: 24,
    editsChecked: 266,
    filesLeftOut: 0,
  })
  expect(readFileSync(path).equals(before)).toBe(true)
  expect(readdirSync(folder)).toEqual([basename(path)])
})

it('CN6: check answers 1 for what is no workbook, and its JSON says why', async () => {
  const path = join(freshFolder(), 'letter.ninefold')
  writeFileSync(path, 'Dear board,')
  const plain = await ninefold('check', path)
  expect([plain.code, plain.out, isSentence(plain.err)]).toEqual([1, '', true])
  const json = await ninefold('check', path, '--json')
  expect(json.code).toBe(1)
  expect(JSON.parse(json.out)).toMatchObject({ ok: false, problems: [plain.err.trim()] })
})

it.each([
  [[]],
  [['frobnicate']],
  [['new', 'x.ninefold']],
  [['new', 'x.ninefold', '--system', ' ']],
  [['attach', 'x.ninefold', '--principle', '1']],
  [['export', 'x.ninefold', '--to', 'x.xlsx', '--view', 'all']],
  [['export', 'x.ninefold', '--to', 'x.csv']],
  [['plan', 'x.ninefold', '--to', 'x.ninefold']],
  [['owners', 'x.ninefold', '--to', 'x.xlsx']],
  [['slip', 'x.ninefold', '--to', 'slip']],
  [['check', '--fast', 'x.ninefold']],
  [['check', 'x.ninefold', 'y.ninefold']],
])('CN7: %j is a wrong line: 2, and nothing on stdout', async args => {
  const answer = await ninefold(...args)
  expect([answer.code, answer.out]).toEqual([2, ''])
  expect(answer.err).not.toBe('')
})

it('CN8: help is an answer: 0, on stdout, for the whole and for each command', async () => {
  for (const args of [['--help'], ['help', 'attach'], ['check', '--help']]) {
    const answer = await ninefold(...args)
    expect(answer).toMatchObject({ code: 0, err: '' })
    expect(answer.out).toContain('Usage: ninefold')
  }
})

it('CN9: serve says in a sentence that a folder is not there', async () => {
  const answer = await ninefold('serve', join(freshFolder(), 'gone'))
  expect([answer.code, answer.out, isSentence(answer.err)]).toEqual([1, '', true])
})

it('CN9: export notes the file in the workbook, and only reads one that is in use', async () => {
  const folder = freshFolder()
  const path = join(folder, 's.ninefold')
  await ninefold('sample', path)
  const first = await ninefold('export', path, '--to', join(folder, 'first.xlsx'))
  expect(first).toMatchObject({ code: 0, err: '' })
  const { shell, page } = startEngine()
  await shell.file.open({ path, who: WHO })
  expect((await page.workbook.read()).rows.sentFiles.map(sent => [sent.kind, sent.fileName])).toEqual([
    ['board', 'first.xlsx'],
  ])
  const second = await ninefold('export', path, '--to', join(folder, 'second.xlsx'))
  expect(second).toMatchObject({ code: 0, err: '' })
  expect(second.out).toMatch(/has this workbook open/)
  expect(second.out).toMatch(/does not know of this export/)
  expect((await page.workbook.read()).rows.sentFiles).toHaveLength(1)
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(['first.xlsx', 'second.xlsx']))
})

it('CN11 CN12 CN13: plan, owners and slip write what comes back, and check the names they are given', async () => {
  const folder = freshFolder()
  const path = join(folder, 's.ninefold')
  await ninefold('sample', path)
  const to = (name: string) => join(folder, name)
  const plan = await ninefold('plan', path, '--to', to('plan.xlsx'), '--ratings', '--for', 'Ann Lee')
  const owners = await ninefold('owners', path, '--to', to('Owners'), '--reply-by', '2026-12-01')
  const slip = await ninefold('slip', path, '--to', to('slip.xlsx'), '--place', ' ALDERbrook')
  for (const answer of [plan, owners, slip]) expect(answer).toMatchObject({ code: 0, err: '' })
  expect(owners.out).toMatch(/Owners \(\d+ files, /)
  expect(readdirSync(to('Owners'))).toContain('Read me first.txt')
  const { sentFiles, areas } = await rowsOf(path)
  expect(sentFiles.find(({ kind }) => kind === 'plan')).toMatchObject({
    forWhom: 'Ann Lee',
    hasRatings: true,
    isAwaited: true,
  })
  const alderbrook = areas.find(area => area.name === 'Alderbrook')!
  expect(sentFiles.find(({ kind }) => kind === 'slip')).toMatchObject({ areaId: alderbrook.id })
  const wrong = await ninefold('slip', path, '--to', to('other.xlsx'), '--place', 'Nowhere')
  expect([wrong.code, isSentence(wrong.err)]).toEqual([2, true])
  expect(wrong.err).toContain('Alderbrook')
}, 60_000)

it('ID35: likely identifiers are lines on stderr and change nothing, unless they are to refuse', async () => {
  const folder = freshFolder()
  const path = join(folder, 'a.ninefold')
  const to = (name: string) => join(folder, name)
  await ninefold('new', path, '--system', 'Vale')
  expect(await ninefold('plan', path, '--to', to('clean.xlsx'), '--no-identifiers')).toMatchObject({
    code: 0,
    err: '',
  })
  const { page, shell } = startEngine()
  await shell.file.open({ path, who: WHO })
  const { rows, framework } = await page.workbook.read()
  await page.action.add({
    areaId: rows.areas[0]!.id,
    principleId: framework.principles[0]!.id,
    title: 'Ring Mrs Jones on 07700 900123',
  })
  await shell.file.close()
  const told = await ninefold('plan', path, '--to', to('plan.xlsx'))
  expect([told.code, told.err.split('\n')]).toEqual([
    0,
    [
      'Name with a title: Mrs Jones (Action, A-01)',
      'Telephone number: 07700 900123 (Action, A-01)',
      'This list is a help and no guarantee: read what you send.',
      '',
    ],
  ])
  const refused = await ninefold('plan', path, '--to', to('refused.xlsx'), '--no-identifiers')
  expect([refused.code, refused.out]).toEqual([4, ''])
  expect(refused.err).toContain('2 likely identifiers were found and --no-identifiers was given.')
  expect(
    readdirSync(folder)
      .filter(name => name.endsWith('.xlsx'))
      .sort(),
  ).toEqual(['clean.xlsx', 'plan.xlsx'])
})
