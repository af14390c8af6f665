import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, it } from 'vitest'
import { isSentence, ninefold } from '../../../helpers/cli.ts'
import { freshFolder, startEngine, WHO } from '../../../helpers/engine.ts'

async function newWorkbook() {
  const folder = freshFolder()
  const path = join(folder, 'v.ninefold')
  await ninefold('new', path, '--system', 'Vale')
  const attach = (...paths: string[]) => ninefold('attach', path, ...paths, '--principle', '1')
  return { folder, path, attach }
}

it('HE1: 0 bytes and 2 GiB and a byte are refused by name, each in a sentence; the rest goes in', async () => {
  const { folder, path, attach } = await newWorkbook()
  const [empty, huge, fine] = ['empty.txt', 'huge.bin', 'fine.txt'].map(name => join(folder, name)) as [
    string,
    string,
    string,
  ]
  for (const file of [empty, huge, fine]) writeFileSync(file, file === fine ? 'Fine.' : '')
  // A hole in a file takes no room on the disk.
  truncateSync(huge, 2 * 1024 ** 3 + 1)
  const answer = await attach(empty, huge, fine)
  expect([answer.code, answer.out]).toEqual([1, 'E-01 fine.txt (5 bytes)\n'])
  const sentences = answer.err.trimEnd().split('\n')
  expect(sentences.map(line => isSentence(`${line}\n`))).toEqual([true, true])
  expect(answer.err).toMatch(/empty\.txt.*\n.*huge\.bin/)
  expect(await ninefold('check', path)).toMatchObject({ code: 0 })
})

it('HE2: the same file twice is attached once, in one go and in two', async () => {
  const { folder, path, attach } = await newWorkbook()
  const [one, two] = [join(folder, 'one.txt'), join(folder, 'two.txt')] as const
  for (const file of [one, two]) writeFileSync(file, 'The same.')
  const together = await attach(one, two)
  expect([together.code, together.out, isSentence(together.err)]).toEqual([
    1,
    'E-01 one.txt (9 bytes)\n',
    true,
  ])
  const again = await attach(one)
  expect([again.code, again.out, isSentence(again.err)]).toEqual([1, '', true])
  expect(again.err).toContain('E-01')
  expect(JSON.parse((await ninefold('check', path, '--json')).out)).toMatchObject({ evidenceChecked: 1 })
})

it('HE3: hostile names are shown harmless, and come out again only under names of our own', async () => {
  const { folder, path, attach } = await newWorkbook()
  const source = join(folder, 'files')
  mkdirSync(source)
  const names = [
    '..\\..\\x.txt',
    'CON',
    'a:b.txt',
    'pay‮fdp.exe',
    '-rf.txt',
    ' .txt',
    'nul.txt ',
    `${'x'.repeat(240)}.txt`,
    '=cmd.csv',
  ]
  for (const [index, name] of names.entries()) writeFileSync(join(source, name), `File ${index}`)
  // A leading dot is hidden in a folder, and goes in when it is named.
  expect(await attach(source, join(source, names[0]!))).toMatchObject({ code: 0, err: '' })
  const { page, shell } = startEngine()
  await shell.file.open({ path, who: WHO, mode: 'read' })
  const { rows } = await page.workbook.read()
  expect(rows.evidence).toHaveLength(names.length)
  const parent = join(folder, 'out')
  mkdirSync(parent)
  for (const item of rows.evidence) {
    expect(item.fileName).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
    const { path: out } = await shell.evidence.saveOutForOpening({ id: item.id, parent })
    expect(out.startsWith(`${parent}/`)).toBe(true)
    expect(basename(out)).not.toMatch(/[<>:"/\\|?*]|^\.|[. ]$|^(con|nul)(\.|$)/i)
    expect(readFileSync(out, 'utf8')).toMatch(/^File \d$/)
  }
  expect(readdirSync(folder).sort()).toEqual(['files', 'out', 'v (snapshots)', 'v.ninefold'])
})

it('HE4: a workbook, a folder without files and a name that is not there are refused in a sentence each', async () => {
  const { folder, path, attach } = await newWorkbook()
  mkdirSync(join(folder, 'nothing'))
  const answer = await attach(path, join(folder, 'nothing'), join(folder, 'gone.pdf'))
  expect([answer.code, answer.out]).toEqual([1, ''])
  const sentences = answer.err.trimEnd().split('\n')
  expect(sentences.map(line => isSentence(`${line}\n`))).toEqual([true, true, true])
  expect(existsSync(`${path}-journal`)).toBe(false)
})
