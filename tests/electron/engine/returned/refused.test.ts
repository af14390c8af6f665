import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { PlanExport } from '../../../../shared/contract/export-request.ts'
import { savedByOffice } from '../../../helpers/edit-with-office.ts'
import { DETAILS, startEngineFor, WHO } from '../../../helpers/engine.ts'
import { office, python } from '../../../helpers/other-readers.ts'
import { editWith, type Step, storyForFile } from '../../../helpers/round-trip.ts'

const story = storyForFile()
let plan = ''

beforeAll(async () => {
  plan = await story().sendOut('Plan.xlsx', { kind: 'plan', options: PlanExport.parse({}) })
}, 60_000)

const folderFor = (name: string) => mkdtempSync(join(story().folder, name))

/** A file refused in one sentence or two short ones that name it, with everything here as it was. */
async function expectRefused(path: string, words: RegExp): Promise<void> {
  const { content, reviewOf } = story()
  const before = await content()
  const { lines, review } = await reviewOf(path)
  expect(lines).toEqual([])
  expect(review!.files).toHaveLength(1)
  const [file] = review!.files
  expect(file).toMatchObject({ state: 'refused', changed: 0, added: 0 })
  expect(file!.problem).toMatch(words)
  expect(file!.problem).toMatch(/^[“A-Z].{10,400}\.$/)
  expect(file!.problem).not.toMatch(/\/tmp|Error:|undefined|null/)
  expect(await content()).toEqual(before)
}

/** Edits of the bytes alone. */
const raw = (name: string, steps: readonly Step[]) => edited(name, steps, true)

function edited(name: string, steps: readonly Step[], untouched = false): string {
  return editWith([{ from: plan, to: join(folderFor('edited-'), name), steps, untouched }])[0]!
}

/** The head of an OLE file and, as Excel writes it, the name of the stream that holds the encrypted package. */
function protectedFile(stream: string): Buffer {
  const bytes = Buffer.alloc(4096)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes)
  bytes.writeUInt16LE(0x3e, 24)
  bytes.writeUInt16LE(3, 26)
  bytes.writeUInt16LE(0xfffe, 28)
  bytes.writeUInt16LE(9, 30)
  bytes.writeUInt16LE(6, 32)
  bytes.writeUInt32LE(1, 44)
  bytes.writeUInt32LE(1, 48)
  bytes.writeUInt32LE(4096, 56)
  bytes.writeUInt32LE(0xfffffffe, 60)
  bytes.writeUInt32LE(0xfffffffe, 68)
  bytes.fill(0xff, 76, 512)
  bytes.writeUInt32LE(0, 76)
  bytes.fill(0xff, 512, 1024)
  bytes.writeUInt32LE(0xfffffffd, 512)
  bytes.writeUInt32LE(0xfffffffe, 516)
  for (const [index, name] of ['Root Entry', stream].entries()) {
    const at = 1024 + 128 * index
    bytes.write(name, at, 'utf16le')
    bytes.writeUInt16LE(name.length * 2 + 2, at + 64)
    bytes[at + 66] = index === 0 ? 5 : 2
    bytes[at + 67] = 1
    bytes.writeInt32LE(-1, at + 68)
    bytes.writeInt32LE(-1, at + 72)
    bytes.writeInt32LE(index === 0 ? 1 : -1, at + 76)
  }
  return bytes
}

describe('refused', () => {
  it('RT15: protected by a password', async () => {
    const path = join(folderFor('kinds-'), 'Plan back.xlsx')
    writeFileSync(path, protectedFile('EncryptedPackage'))
    await expectRefused(path, /Plan back\.xlsx.*password/)
  })

  it('RT15: the old format', async () => {
    const path = join(folderFor('kinds-'), 'Plan back.xls')
    writeFileSync(path, protectedFile('Workbook'))
    await expectRefused(path, /Plan back\.xls.*\.xls\b/)
  })

  it('RT15: a text with commas, whatever it is called', async () => {
    const folder = folderFor('kinds-')
    for (const name of ['Plan.csv', 'Plan.xlsx']) {
      writeFileSync(join(folder, name), 'Ref,Owner,Action\nA-01,Helen Marsh,Agree a plan\n')
      await expectRefused(join(folder, name), /CSV/)
    }
  })

  it('RT15: cut short, at any length', async () => {
    const bytes = readFileSync(plan)
    const folder = folderFor('cut-')
    for (const part of [0.02, 0.5, 0.98]) {
      const path = join(folder, `Cut ${part}.xlsx`)
      writeFileSync(path, bytes.subarray(0, Math.round(bytes.length * part)))
      await expectRefused(path, /cut short|damaged/)
    }
  })

  it('RT15: empty', async () => {
    const path = join(folderFor('kinds-'), 'Nothing.xlsx')
    writeFileSync(path, '')
    await expectRefused(path, /empty/)
  })

  it('RT15: gone between choosing and reading', async () => {
    const path = join(folderFor('gone-'), 'Plan.xlsx')
    copyFileSync(plan, path)
    rmSync(path)
    await expectRefused(path, /no longer there/)
  })

  it('RT15: of another workbook, and both are named', async () => {
    const folder = folderFor('other-')
    const { engine, shell } = startEngineFor()
    const details = { ...DETAILS, systemName: 'Westshire' }
    await shell.file.create({ path: join(folder, 'Westshire.ninefold'), details, who: WHO })
    const to = join(folder, 'Their plan.xlsx')
    await shell.export.make({ to, request: { kind: 'plan', options: PlanExport.parse({}) } })
    await engine.state.close()
    await expectRefused(to, /Their plan\.xlsx.*Westshire.*Northmoor and Vale|Westshire.*Northmoor and Vale/)
  })
})

describe.skipIf(!python)(`made by script${python ? '' : ' (skipped: no Python with openpyxl)'}`, () => {
  it('RT15: of a newer version of Ninefold', async () => {
    await expectRefused(edited('Newer.xlsx', [['newer']]), /newer/)
  })

  it('RT15: with entities, which are not resolved', async () => {
    await expectRefused(raw('Entities.xlsx', [['entities']]), /harm/)
  })

  it('RT15: that unpacks to far more than a plan', async () => {
    await expectRefused(raw('Bomb.xlsx', [['bomb', { size: 300 * 1024 * 1024 }]]), /far more/)
  }, 60_000)

  it('RT15: a workbook that has nothing of ours', async () => {
    const to = join(folderFor('none-'), 'Rota.xlsx')
    const sheets = ['Summary', 'Action plan', 'Key', 'Ninefold']
    const steps: Step[] = [
      [
        'add_sheet',
        {
          name: 'Rota',
          rows: [
            ['Day', 'Who'],
            ['Monday', 'Tom'],
          ],
        },
      ],
      ...sheets.map((name): Step => ['drop_sheet', { name }]),
    ]
    editWith([{ from: plan, to, steps }])
    await expectRefused(to, /Rota\.xlsx/)
  })

  it('RT15: a macro is not run, and its file is read', async () => {
    const { lines, refused, remarks } = await story().reviewOf(raw('Plan.xlsm', [['as_macro']]))
    expect({ lines, refused }).toEqual({ lines: [], refused: [] })
    expect(remarks.join(' ')).toMatch(/macro/i)
  })

  it('RT15: links to another workbook are left alone', async () => {
    const { lines, refused } = await story().reviewOf(raw('Links.xlsx', [['outside_links']]))
    expect({ lines, refused }).toEqual({ lines: [], refused: [] })
  })

  it('RT15: rules, merges and names over whole sheets are read past', async () => {
    const { lines, refused } = await story().reviewOf(raw('Whole.xlsx', [['whole_columns']]))
    expect({ lines, refused }).toEqual({ lines: [], refused: [] })
  })

  it('RT15: a hidden sheet typed over is as good as gone', async () => {
    const { lines, refused } = await story().reviewOf(edited('Spoilt.xlsx', [['spoilt_marks']]))
    expect({ lines, refused }).toEqual({ lines: [], refused: [] })
  })

  it('RT15: one mark on every row: the rows are told apart by reference and words', async () => {
    const { lines, refused } = await story().reviewOf(edited('Doubled.xlsx', [['doubled_marks']]))
    expect({ lines, refused }).toEqual({ lines: [], refused: [] })
  })

  it('RT15: the marks of two rows swapped: neither row is taken for the other unseen', async () => {
    const { lines } = await story().reviewOf(
      edited('Swapped.xlsx', [['swapped_marks', { one: 'A-02', other: 'A-03' }]]),
    )
    expect(lines).toEqual([])
    const other = await story().reviewOf(
      edited('Swapped.xlsx', [['swapped_rows', { one: 'A-02', other: 'A-03' }]]),
    )
    expect(other.lines).toEqual([])
    expect(other.remarks.join(' ')).toMatch(/Ref|mark/)
  })

  it('RT15: open in Excel: read all the same, and said', async () => {
    const folder = folderFor('open-')
    const to = join(folder, 'Plan.xlsx')
    editWith([
      { from: plan, to, steps: [['type_in', { key: 'A-02', header: 'Owner', value: 'Jo Castell' }]] },
    ])
    writeFileSync(join(folder, '~$Plan.xlsx'), 'Somebody'.padEnd(165, ' '))
    const { lines, remarks } = await story().reviewOf(to)
    expect(lines).toEqual(['A-02 Owner: Daniel Okafor → Jo Castell'])
    expect(remarks.join(' ')).toMatch(/open/i)
  })

  it('RT15: a folder of many: what Excel and Windows leave beside is passed over, the rest is named', async () => {
    const { content, reviewOf } = story()
    const folder = folderFor('many-')
    mkdirSync(join(folder, 'Castle Vale'))
    editWith(
      ['One.xlsx', 'Two.xlsx', 'Castle Vale/Three.xlsx'].map((name, index) => ({
        from: plan,
        to: join(folder, name),
        steps: [['type_in', { key: `A-0${index + 2}`, header: 'Baseline', value: name }] as const],
      })),
    )
    writeFileSync(join(folder, '~$One.xlsx'), 'Somebody')
    writeFileSync(join(folder, 'Thumbs.db'), 'x')
    writeFileSync(join(folder, '.DS_Store'), 'x')
    writeFileSync(join(folder, 'Letter.xlsx'), 'not a workbook at all')
    const before = await content()
    const { lines, review } = await reviewOf(folder)
    expect(await content()).toEqual(before)
    expect(lines).toHaveLength(3)
    expect(review!.files.map(({ name, state }) => `${name} ${state}`).sort()).toEqual([
      'Letter.xlsx refused',
      'One.xlsx read',
      'Three.xlsx read',
      'Two.xlsx read',
    ])
  })
})

const both = python && office
describe.skipIf(!both)(`made by LibreOffice${both ? '' : ' (skipped: no LibreOffice)'}`, () => {
  it('RT15: its own format and the old one of Excel', async () => {
    const folder = folderFor('office-')
    const [ods] = savedByOffice([plan], 'ods', folder)
    const [xls] = savedByOffice([plan], 'xls', folder)
    await expectRefused(ods!, /Plan\.ods.*\.xlsx/)
    await expectRefused(xls!, /Plan\.xls.*\.xlsx/)
    const renamed = join(folder, 'Renamed.xlsx')
    copyFileSync(ods!, renamed)
    await expectRefused(renamed, /Renamed\.xlsx.*OpenDocument/)
  }, 60_000)
})
