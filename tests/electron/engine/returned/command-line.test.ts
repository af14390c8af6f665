import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ninefold } from '../../../helpers/cli.ts'
import { dump } from '../../../helpers/dump.ts'
import { python } from '../../../helpers/other-readers.ts'
import { editWith } from '../../../helpers/round-trip.ts'

let folder = ''
const at = (name: string) => join(folder, name)

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ninefold-returned-'))
  await ninefold('sample', at('Story.ninefold'))
  await ninefold('export', at('Story.ninefold'), '--view', 'full', '--to', at('Full.xlsx'))
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const review = (...args: string[]) => ninefold('review', at('Story.ninefold'), ...args)

describe.skipIf(!python)(`by script${python ? '' : ' (skipped: no Python with openpyxl)'}`, () => {
  it('RT17: 0 when there is nothing to do, 3 when conflicts are left, 1 when a file was refused', async () => {
    editWith([
      { from: at('Full.xlsx'), to: at('Same.xlsx'), steps: [['sort', { header: 'Owner' }]] },
      {
        from: at('Full.xlsx'),
        to: at('One.xlsx'),
        steps: [
          ['type_in', { key: 'A-02', header: 'Owner', value: 'Jo Castell' }],
          ['type_in', { key: 'A-03', header: 'Owner', value: 'Jo Castell' }],
        ],
      },
      {
        from: at('Full.xlsx'),
        to: at('Two.xlsx'),
        steps: [['type_in', { key: 'A-02', header: 'Owner', value: 'Ali Hassan' }]],
      },
    ])
    const before = dump(at('Story.ninefold'))
    expect(await review(at('Same.xlsx'))).toMatchObject({ code: 0, err: '' })
    expect((await review(at('Gone.xlsx'))).code).toBe(1)
    const conflict = await review(at('One.xlsx'), at('Two.xlsx'), '--json')
    expect(conflict.code).toBe(3)
    expect(JSON.stringify(JSON.parse(conflict.out))).toMatch(/Jo Castell.*Ali Hassan/)
    const words = await review(at('One.xlsx'), at('Two.xlsx'))
    expect(words).toMatchObject({ code: 3, err: '' })
    expect(words.out).toMatch(/A-02.*Owner/)
    expect(dump(at('Story.ninefold'))).toEqual(before)

    const safe = await review(at('One.xlsx'), at('Two.xlsx'), '--accept', 'safe')
    expect(safe.code).toBe(3)
    const after = dump(at('Story.ninefold')).rows.actions
    expect(after.map(({ owner }) => owner)).toEqual(
      before.rows.actions.map(({ ref, owner }) => (ref === 3 ? 'Jo Castell' : owner)),
    )
    expect((await review(at('Same.xlsx'))).code).toBe(0)
  }, 60_000)
})
