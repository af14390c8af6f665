import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { readBack } from '../../../electron/engine/read-back-thread.ts'
import { makeWholeCopy } from '../../../electron/engine/whole-copy.ts'
import { EvidenceTargets } from '../../../shared/model/evidence.ts'
import { startWorkbook } from '../../helpers/engine.ts'

const MB = 1024 * 1024

it('CO3: a large copy is read back by threads, which see both what does not hang together and a file that is not whole', async () => {
  const { engine, shell, path, page } = await startWorkbook()
  const folder = dirname(path)
  const paper = join(folder, 'paper.pdf')
  const bytes = randomBytes(20 * MB)
  writeFileSync(paper, bytes)
  await shell.evidence.attach({ paths: [paper], targets: EvidenceTargets.parse({}) })
  const [item] = (await page.workbook.read()).rows.evidence
  const { signal } = new AbortController()
  const copy = join(folder, 'copy.ninefold')
  const expected = await makeWholeCopy(engine.state.session!.db, copy, { signal, report: () => {} })
  expect(await readBack(copy, expected, signal)).toEqual({ fault: null, damagedFiles: [] })

  const whole = readFileSync(copy)
  const at = whole.indexOf(bytes.subarray(9 * MB, 9 * MB + 32))
  const odd = Buffer.from(whole)
  odd[at]! ^= 1
  writeFileSync(copy, odd)
  const found = await readBack(copy, expected, signal)
  expect(found).toEqual({ fault: null, damagedFiles: [item!.contentHash] })

  expect(await readBack(copy, { ...expected, hash: 'another' }, signal)).toMatchObject({
    fault: 'its last edit is another',
  })
  // The page counts of the file and of its header differ.
  writeFileSync(copy, whole.subarray(0, 12 * MB))
  await expect(readBack(copy, expected, signal)).rejects.toMatchObject({ code: 'SQLITE_CORRUPT' })
  const stopping = new AbortController()
  writeFileSync(copy, whole)
  const work = readBack(copy, expected, stopping.signal)
  stopping.abort()
  await expect(work).rejects.toThrow(/abort/)
}, 60_000)
