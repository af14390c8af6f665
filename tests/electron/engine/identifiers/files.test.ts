import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { expect, it } from 'vitest'
import yazl from 'yazl'
import { textOfFile } from '../../../../electron/engine/identifiers/file-text.ts'
import { CopyRequest } from '../../../../shared/contract/copy-request.ts'
import { EvidenceTargets } from '../../../../shared/model/evidence.ts'
import { freshFolder, startWorkbook } from '../../../helpers/engine.ts'

const copyOf = (kind: CopyRequest['kind']) =>
  ({ leaving: { way: 'copy', request: CopyRequest.parse({ kind }) } }) as const
const FULL = copyOf('full')
const LIGHT = copyOf('light')

async function zipped(parts: Record<string, string>): Promise<Buffer> {
  const zip = new yazl.ZipFile()
  for (const [name, text] of Object.entries(parts)) zip.addBuffer(Buffer.from(text), name)
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

async function sheet(): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  const rows = book.addWorksheet('Waits')
  rows.addRow(['Title', 'First', 'Last', 'Date of birth', 'NHS number', 'Mobile'])
  rows.addRow(['Mr', 'Sam', 'Xlsx', new Date('1961-03-12'), 9990000018, 7700900123])
  return Buffer.from(await book.xlsx.writeBuffer())
}

const LETTER = [
  'From: =?utf-8?Q?Zo=C3=AB?= <zoe@example.org>',
  'Subject: Waits',
  'Content-Type: multipart/alternative; boundary="XX"',
  '',
  '--XX',
  'Content-Type: text/plain; charset=utf-8',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  'Mrs J=C3=B6rgens=',
  'en called on 07700 900=20=',
  '456.',
  '--XX',
  'Content-Type: text/html; charset=utf-8',
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.from('<p>Born <b>3/4/58</b></p>').toString('base64'),
  '--XX--',
].join('\r\n')

it('ID23: text evidence is looked into, what cannot be read is counted, and a light copy has none of it', async () => {
  const { page, shell, principle } = await startWorkbook()
  const folder = freshFolder()
  const document =
    '<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>Miss Anna </w:t></w:r><w:r><w:t>Docx</w:t></w:r></w:p></w:body></w:document>'
  const files: Record<string, string | Buffer> = {
    'notes.txt': 'Seen by Dr Txt.',
    'windows.txt': Buffer.from('Mrs Z\xf6e', 'latin1'),
    'utf16.txt': Buffer.from('\ufeffCllr Sixteen', 'utf16le'),
    'list.csv': 'Title,First,Last,DOB,Tel\r\nMr,John,Csv,"12/03/1961",7700 900123\r\n',
    'page.html':
      '<p>Ms&nbsp;Html</p><script>var mr = "Mr Script"</script><a href="mailto:jo@example.org">Jo</a>',
    'letter.eml': LETTER,
    'waits.xlsx': await sheet(),
    'paper.docx': await zipped({ '[Content_Types].xml': '<a/>', 'word/document.xml': document }),
    'broken.docx': Buffer.concat([await zipped({ a: 'b' }), Buffer.from('x')]).subarray(0, 60),
    'scan.pdf': '%PDF-1.7 Mr Pdf',
    'photo.png': Buffer.from('89504e470d0a1a0a', 'hex'),
    'Mr John Smith 9990000018.bin': Buffer.from([0, 1, 2]),
  }
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes)
  const targets = EvidenceTargets.parse({ principleIds: [principle.id] })
  const { evidenceIds } = await shell.evidence.attach({
    paths: Object.keys(files).map(name => join(folder, name)),
    targets,
  })
  const report = await page.identifier.find(FULL)
  const texts = report.findings.map(
    ({ text, places }) => `${text} in ${places[0]!.words.replace(/, E-\d+$/, '')}`,
  )
  expect(texts.sort()).toEqual([
    '07700 900 456 in Inside letter.eml',
    '12/03/1961 in Inside list.csv',
    '3/4/58 in Inside letter.eml',
    '7700 900123 in Inside list.csv',
    '7700900123 in Inside waits.xlsx',
    '9990000018 in Title',
    'Cllr Sixteen in Inside utf16.txt',
    'Dr Txt in Inside notes.txt',
    'Miss Anna Docx in Inside paper.docx',
    'Mr John Csv in Inside list.csv',
    'Mr John Smith in Title',
    'Mr Sam Xlsx in Inside waits.xlsx',
    'Mrs Jörgensen in Inside letter.eml',
    'Mrs Zöe in Inside windows.txt',
    'Ms Html in Inside page.html',
    'jo@example.org in Inside page.html',
    'zoe@example.org in Inside letter.eml',
  ])
  const born = report.findings.find(({ text }) => text === '12/03/1961')!
  expect(born.places.map(({ words }) => words.replace(/, E-.*/, ''))).toEqual([
    'Inside list.csv',
    'Inside waits.xlsx',
  ])
  expect(report.notRead).toEqual([
    'Not looked into: 1 PDF file, 1 picture, 1 document that could not be opened and 1 file of another kind. Open them yourself before you send them.',
  ])
  // A redacted copy takes the files that anybody may see along, and no note.
  await page.evidence.set({ id: evidenceIds[0]!, set: { handling: 'keep' } })
  const redacted = (await page.identifier.find(copyOf('redacted'))).findings.map(({ text }) => text)
  expect([redacted.includes('Dr Txt'), redacted.includes('Mrs Zöe')]).toEqual([false, true])
  await page.edit.undo()
  const light = await page.identifier.find(LIGHT)
  expect([light.findings.map(({ text }) => text), light.notRead]).toEqual([
    ['9990000018', 'Mr John Smith'],
    [],
  ])

  // An item that was removed is still in the file, until nothing can bring it back.
  await page.evidence.remove({ id: evidenceIds[0]! })
  const { findings } = await page.identifier.find(FULL)
  expect(findings.find(({ text }) => text === 'Dr Txt')!.places[0]!.words).toBe(
    'Inside notes.txt, removed since',
  )
})

it('ID24: what was written over or taken out still leaves with a copy, and is listed', async () => {
  const { page, key, system, principle } = await startWorkbook()
  await page.rating.set({ ...key, set: { level: 1, reason: 'Mrs Jones said so.' } })
  await page.rating.set({ ...key, set: { reason: 'The ward said so.' } })
  const { id } = await page.action.add({
    areaId: system.id,
    principleId: principle.id,
    title: 'Ring 07700 900123',
  })
  await page.action.remove({ ids: [id as never] })
  for (const leaving of [FULL, LIGHT]) {
    const { findings } = await page.identifier.find(leaving)
    const places = findings.map(({ text, places: [place] }) => [text, place!.words.replace(/ \d.*/, '')])
    expect(places, leaving.leaving.request.kind).toEqual([
      ['Mrs Jones', 'History: Reason before'],
      ['07700 900123', 'History: Action before'],
    ])
  }
  const plan = { kind: 'plan', options: { hasRatings: true, readers: 'others', forWhom: '' } } as const
  expect((await page.identifier.find({ leaving: { way: 'export', request: plan } })).findings).toEqual([])
})

it('ID23: files made to take long are read in step with their length', () => {
  for (const [name, text] of Object.entries({
    'a.html': '<'.repeat(500_000),
    'b.html': '<p '.repeat(200_000),
    'c.html': '<!--'.repeat(100_000),
    'd.html': '<script>'.repeat(60_000),
    'e.csv': '"'.repeat(500_000),
    'f.csv': ','.repeat(300_000),
    'g.eml': `Content-Type: multipart/x; boundary=a\n\n${'--a\n'.repeat(100_000)}`,
    'h.eml': '\n'.repeat(300_000),
    'i.html': '&#x'.repeat(150_000),
  })) {
    const start = performance.now()
    textOfFile(Buffer.from(text), name)
    expect(performance.now() - start, name).toBeLessThan(2500)
  }
})
