import { join } from 'node:path'
import { expect, it } from 'vitest'
import { startEngine, startWorkbook, WHO } from '../../../helpers/engine.ts'

const TEXTS: [name: string, text: string][] = [
  ['emoji and joined emoji', '👩🏽‍⚕️ 🏳️‍🌈 🧠 café Zoë'],
  ['right-to-left text', 'שלום עולם العربية ‮reversed‬ end'],
  ['formula-like text', '=HYPERLINK("https://example.org","x")\n+1\n-1\n@SUM(A1)\t=1'],
  ['quotes and SQL', `'); DROP TABLE rating; -- " ' \\ \``],
  ['markup', '<script>alert(1)</script> &amp; ]]> <!-- -->'],
  ['line breaks of every kind', 'a\r\nb\nc\rd\u2028e\u2029f\u0085g'],
  ['invisible characters', 'a\u200bb\ufeffc\u00add\u0007e\u001bf'],
  ['a null in the middle', 'before\u0000after'],
  ['half an emoji', 'before\ud83dafter'],
  ['characters that look alike', 'Å Å ﬁ ｆｕｌｌ Ⅷ'],
  ['numbers as text', '007'],
  ['a hundred thousand characters', 'ab 🧠'.repeat(20_000)],
]

/** Those a spreadsheet may choke on. */
const EXPORTED = [
  'formula-like text',
  'invisible characters',
  'half an emoji',
  'a hundred thousand characters',
]

it.each(TEXTS)('HT1: %s comes back as it was, through undo, a restart and a check', async (name, text) => {
  const { page, shell, path, key, system, principle } = await startWorkbook()
  const place = await page.area.addPlace({ name: `P ${text.slice(0, 300)}` })
  await page.rating.set({ ...key, set: { level: 2, reason: text, minorityView: text } })
  const action = await page.action.add({
    areaId: system!.id,
    principleId: principle.id,
    title: `T ${text.slice(0, 300)}`,
    set: { gap: text, owner: text, risk: text, resources: text },
  })
  await page.action.addUpdate({
    actionId: action.id as never,
    on: '2026-11-24',
    text: `U ${text}`,
    statusId: null,
  })
  await page.evidence.addNote({ title: `N ${text.slice(0, 300)}`, note: text, targets: {} })
  const { rows: before } = await page.workbook.read()
  expect(before.ratings[0]!.reason).toBe(expectedOf(text))
  expect(before.areas.find(area => area.id === place.id)!.name).toBe(
    expectedOf(`P ${text.slice(0, 300)}`).trim(),
  )
  await page.edit.undo()
  await page.edit.redo()
  expect((await page.workbook.read()).rows).toEqual(before)
  await shell.file.close()
  const again = startEngine()
  await again.shell.file.open({ path, who: WHO })
  expect((await again.page.workbook.read()).rows).toEqual(before)
  expect(await again.shell.file.check()).toMatchObject({ ok: true, problems: [] })
  if (!EXPORTED.includes(name)) return
  const to = join(path, '..', 'board.xlsx')
  expect(
    (await again.shell.export.make({ to, request: { kind: 'board', options: { view: 'full' } } })).size,
  ).toBeGreaterThan(1000)
})

/** Half an emoji is no text in any file; it is kept as the sign for that. */
function expectedOf(text: string): string {
  return Buffer.from(text).toString()
}
