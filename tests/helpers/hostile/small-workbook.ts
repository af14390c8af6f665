import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DETAILS, startEngineFor, WHO } from '../engine.ts'

/** Makes a workbook with a little of everything in it: small, so that thousands of changed ones can be opened. */
export async function createSmallWorkbook(path: string): Promise<void> {
  const { engine, page, shell } = startEngineFor()
  const folder = mkdtempSync(join(tmpdir(), 'ninefold-small-'))
  try {
    await shell.file.create({ path, details: DETAILS, who: WHO })
    const { rows, framework } = await page.workbook.read()
    const [system] = rows.areas
    for (const [index, { id }] of framework.principles.slice(0, 4).entries()) {
      const key = { roundId: rows.rounds[0]!.id, areaId: system!.id, principleId: id }
      await page.rating.set({
        ...key,
        set: { level: index as 0, reason: `Because of ${'this and that '.repeat(9)}` },
      })
    }
    const principleId = framework.principles[0]!.id
    const paper = join(folder, 'Board paper.txt')
    writeFileSync(paper, 'The board heard what was done. '.repeat(3000))
    await shell.evidence.attach({
      paths: [paper],
      targets: { areaIds: [system!.id], principleIds: [principleId] },
    })
    await page.evidence.addLink({ url: 'https://example.org/paper', targets: {} })
    await page.evidence.addNote({ title: 'A note', note: 'Said in the room.', targets: {} })
    await page.action.add({ areaId: system!.id, principleId, title: 'Do it', set: { owner: 'A. Person' } })
    await page.rating.set({
      roundId: rows.rounds[0]!.id,
      areaId: system!.id,
      principleId,
      set: { level: 3 },
    })
    await page.edit.undo()
    await shell.file.check()
  } finally {
    await engine.state.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
