import { readdirSync } from 'node:fs'
import { expect, it, onTestFinished, vi } from 'vitest'
import { PIECE_BYTES } from '../../../shared/contract/piece-bytes.ts'
import { EvidenceTargets } from '../../../shared/model/evidence.ts'
import { freshFolder, startWorkbook } from '../../helpers/engine.ts'
import { sendIn } from '../../helpers/send-in.ts'

async function start() {
  const started = await startWorkbook()
  const targets = EvidenceTargets.parse({ principleIds: [started.principle.id] })
  const attach = (ids: string[]) => started.page.incoming.attach({ ids, targets })
  const items = async () => (await started.page.workbook.read()).rows.evidence
  return { ...started, targets, attach, items }
}

const sized = (size: number, fill: string) => Buffer.alloc(size, fill)

it('DT2: files of every size come in whole, and are what their hash says', async () => {
  const { page, shell, attach, items } = await start()
  const sizes = [1, 2, PIECE_BYTES - 1, PIECE_BYTES, PIECE_BYTES + 1, 3 * PIECE_BYTES + 17]
  const files = sizes.map(size => ({ name: `${size}.txt`, bytes: sized(size, `${size} `) }))
  const attached = await sendIn(page, files, attach)
  expect(attached.problems).toEqual([])
  expect((await items()).map(({ size }) => size)).toEqual(sizes)
  expect(await shell.file.check()).toMatchObject({ ok: true, evidenceChecked: sizes.length })
})

it('DT2: a piece larger than allowed, and one for no file, are refused', async () => {
  const { page } = await start()
  const { id } = await page.incoming.open({ name: 'a', size: 3 })
  const large = page.incoming.piece({ id, bytes: sized(PIECE_BYTES + 1, 'x'), isLast: true })
  await expect(large).rejects.toMatchObject({ code: 'REFUSED' })
  const stray = page.incoming.piece({ id: crypto.randomUUID(), bytes: sized(1, 'x'), isLast: true })
  await expect(stray).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

it('DT2: text that names a file is taken as its words, not as a place', async () => {
  const { page, attach, items } = await start()
  await sendIn(page, [{ name: '/etc/hostname', bytes: sized(4, 'mine') }], attach)
  expect(await items()).toMatchObject([{ fileName: '/etc/hostname', size: 4 }])
})

it('DT27: of a file that breaks off, or is longer or shorter than was said, nothing stays', async () => {
  const { page, shell, targets, items } = await start()
  const ends = [
    { said: 3, bytes: null, isLast: false },
    { said: 30, bytes: sized(3, 'abc'), isLast: true },
    { said: 1, bytes: sized(3, 'abc'), isLast: true },
  ]
  for (const { said, bytes, isLast } of ends) {
    const { id } = await page.incoming.open({ name: 'half.txt', size: said })
    const taken = page.incoming.attach({ ids: [id], targets })
    await page.incoming.piece({ id, bytes, isLast })
    expect((await taken).problems).toMatchObject([
      { name: 'half.txt', sentence: expect.stringMatching(/half.txt/) },
    ])
  }
  expect(await items()).toEqual([])
  expect(await shell.file.check()).toMatchObject({ ok: true, evidenceChecked: 0 })
})

it('DT27: when the page goes in the middle, nothing of the file stays and nothing waits', async () => {
  const { page, targets, items } = await start()
  const { id } = await page.incoming.open({ name: 'half.txt', size: 30 })
  const gone = new AbortController()
  const taken = page.incoming.attach({ ids: [id], targets }, { signal: gone.signal })
  await page.incoming.piece({ id, bytes: sized(3, 'abc'), isLast: false })
  gone.abort()
  await expect(taken.catch(() => ({ evidenceIds: [] }))).resolves.toMatchObject({ evidenceIds: [] })
  await expect(page.incoming.piece({ id, bytes: sized(3, 'abc'), isLast: true })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
  expect(await items()).toEqual([])
})

it('DT25: what was dropped for the review is read, and its folder goes', async () => {
  const { page } = await start()
  const folder = freshFolder()
  vi.stubEnv('TMPDIR', folder)
  onTestFinished(() => void vi.unstubAllEnvs())
  const files = [{ name: '../a:b/Plan.xlsx', bytes: sized(10, 'no Excel file') }]
  const read = await sendIn(page, files, ids => page.incoming.returned({ ids }))
  expect(read).toMatchObject({ read: 0, refused: 1, problems: [] })
  await expect.poll(() => readdirSync(folder)).toEqual([])
})
