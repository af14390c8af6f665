import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { accept, PRIYA, sessionOf } from '../../../helpers/copies.ts'
import { freshFolder, startEngine, startWorkbook } from '../../../helpers/engine.ts'

async function lightCopy() {
  const ours = await startWorkbook()
  const file = join(ours.path, '..', 'minutes.txt')
  writeFileSync(file, 'What was said')
  const targets = { principleIds: [ours.key.principleId] }
  const { evidenceIds } = await ours.shell.evidence.attach({ paths: [file], targets })
  const to = join(freshFolder(), 'Light.ninefold')
  await ours.shell.file.copy({ to, request: { kind: 'light' } })
  const theirs = startEngine()
  await theirs.shell.file.open({ path: to, who: PRIYA })
  return { ours, theirs, to, file, targets, id: evidenceIds[0]! }
}

describe('a light copy', () => {
  it('CO1 CO6: is sound, says how many files it left out, and in a sentence who keeps one', async () => {
    const { theirs, id } = await lightCopy()
    expect(await theirs.shell.file.check()).toMatchObject({ ok: true, filesLeftOut: 1, evidenceChecked: 0 })
    const sentence = '“minutes.txt” is not in this copy: the full workbook keeps it.'
    await expect(theirs.page.evidence.read({ id, offset: 0, length: 10 })).rejects.toThrow(sentence)
    const to = join(freshFolder(), 'out.txt')
    await expect(theirs.shell.evidence.saveOut({ id, to })).rejects.toThrow(sentence)
    expect((await theirs.page.workbook.read()).undo.undo?.words).toBe('Attached minutes.txt')
    const db = sessionOf(theirs).db as import('better-sqlite3').Database
    db.exec('UPDATE temp.current_edit SET seq = 1; DELETE FROM left_out_file')
    expect((await theirs.shell.file.check()).problems.join(' ')).toMatch(/its file is missing/)
  })

  it('CO8: a file attached again is there and no longer counted as left out', async () => {
    const { theirs, file, targets, id } = await lightCopy()
    const again = await theirs.shell.evidence.attach({ paths: [file], targets })
    expect(again).toMatchObject({ evidenceIds: [id], problems: [] })
    expect(await theirs.shell.file.check()).toMatchObject({ ok: true, filesLeftOut: 0 })
    const { rows } = await theirs.page.workbook.read()
    expect([rows.evidence.length, rows.leftOutFiles.length]).toEqual([1, 0])
  })

  it('CO7: brought in, what was changed and attached in it comes over and the files that are here stay', async () => {
    const { ours, theirs, to, id, key } = await lightCopy().then(made => ({ ...made, key: made.ours.key }))
    await theirs.page.rating.set({ ...key, set: { level: 3, reason: 'Seen' } })
    const file = join(freshFolder(), 'new.txt')
    writeFileSync(file, 'New there')
    await theirs.shell.evidence.attach({ paths: [file], targets: {} })
    await theirs.shell.file.close()
    await ours.shell.review.read({ paths: [to] })
    const copyId = (await ours.page.review.get())!.files[0]!.id
    await ours.page.review.close()
    await accept(ours, { other: { path: to, id: copyId } as never })
    const { rows } = await ours.page.workbook.read()
    expect(rows.ratings[0]).toMatchObject({ level: 3 })
    expect(rows.evidence.map(({ fileName }) => fileName)).toEqual(['minutes.txt', 'new.txt'])
    expect(rows.leftOutFiles).toEqual([])
    expect(await ours.shell.file.check()).toMatchObject({ ok: true, filesLeftOut: 0, evidenceChecked: 2 })
    expect(
      Buffer.from((await ours.page.evidence.read({ id, offset: 0, length: 99 })).base64, 'base64').toString(),
    ).toBe('What was said')
  })
})
