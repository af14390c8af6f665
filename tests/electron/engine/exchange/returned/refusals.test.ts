import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readReturnedFile } from '../../../../../electron/engine/exchange/returned/read-returned-file.ts'
import { troubleFor, whyOf } from '../../../../../electron/engine/exchange/returned/refusals.ts'
import { Trouble } from '../../../../../electron/engine/trouble.ts'
import { freshFolderForFile } from '../../../../helpers/file-folder.ts'
import { relations, rowXml, xlsxOf, zipOf } from '../../../../helpers/make-xlsx.ts'
import { KNOWN, planOf, refusalOf } from '../../../../helpers/returned.ts'

const folder = freshFolderForFile()
const refused = (bytes: Buffer | string) => refusalOf(folder(), Buffer.from(bytes), 'plan.xlsx')
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const compound = (...names: string[]) =>
  Buffer.concat([
    OLE,
    Buffer.alloc(600),
    ...names.map(name => Buffer.from(name, 'utf16le')),
    Buffer.alloc(600),
  ])
const zip = (...names: string[]) => zipOf(names.map(name => ({ name, data: '<a/>' })))
const ROWS = rowXml(2, ['A-01'])

describe('what is not read, and what is said', () => {
  it('RF11: protected files, told apart', async () => {
    expect(await refused(compound('EncryptionInfo', 'EncryptedPackage'))).toBe(
      '“plan.xlsx” is protected by a password. Open it in Excel, remove the password, save it and try again.',
    )
    expect(await refused(compound('DataSpaces', 'DRMEncryptedDataSpace', 'EncryptedPackage'))).toMatch(
      /is rights-protected by the organisation it came from\. Ask whoever sent it/,
    )
    const locked = zipOf([{ name: 'xl/workbook.xml', data: 'a', says: { flags: 1 } }])
    expect(await refused(locked)).toMatch(/protected by a password|damaged/)
  })

  it('RF12: other formats by their names', async () => {
    const said: [Buffer | string, RegExp][] = [
      [compound('Workbook'), /old format \(\.xls\)\. Open it, save it as an Excel workbook \(\.xlsx\)/],
      [compound('WordDocument'), /another kind of Office file/],
      [zip('[Content_Types].xml', 'xl/workbook.bin'), /binary Excel file \(\.xlsb\)/],
      [zip('mimetype', 'content.xml', 'META-INF/manifest.xml'), /OpenDocument/],
      [zip('Index/Document.iwa', 'Metadata/Properties.plist'), /Apple's Numbers/],
      [zip('[Content_Types].xml', 'word/document.xml'), /Word document, whatever it is called/],
      [zip('[Content_Types].xml', 'ppt/presentation.xml'), /PowerPoint file, whatever it is called/],
      [zip('photo.jpg', 'letter.txt'), /zip archive/],
      ['%PDF-1.7\n%âãÏÓ', /is a PDF/],
      ['Ref,Action,Owner\r\nA-01,x,y', /text file, such as CSV/],
      ['\ufeffRef;Action', /text file/],
      ['  <!DOCTYPE html><html><table>', /web page/],
      ['<html xmlns:x="urn:schemas-microsoft-com:office:excel">', /web page/],
      [Buffer.from('SQLite format 3\0'), /Ninefold workbook, not an Excel file/],
      [Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 1, 2]), /is not an Excel workbook\. Choose/],
      ['<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook>', /old format/],
      ['<?xml version="1.0"?><office:document>', /OpenDocument/],
      ['', /is empty/],
      [Buffer.alloc(4096), /cut short or damaged/],
    ]
    for (const [bytes, sentence] of said) expect(await refused(bytes)).toMatch(sentence)
  })

  it('RF12: a Word document with the relations of one', async () => {
    const docx = zipOf([
      { name: '[Content_Types].xml', data: '<Types/>' },
      { name: '_rels/.rels', data: relations([['officeDocument', 'word/document.xml']]) },
      { name: 'word/document.xml', data: '<w:document xmlns:w="a"/>' },
    ])
    expect(await refused(docx)).toMatch(/Word document/)
  })

  it('RF12: a file without a table of ours', async () => {
    expect(await refused(xlsxOf([{ name: 'Budget', rows: rowXml(1, ['Item', 'Cost', 'Year']) }]))).toBe(
      '“plan.xlsx” holds no table that Ninefold made. Choose the file that was sent out, filled in.',
    )
    expect(await refused(xlsxOf([]))).toMatch(/holds no table/)
  })

  it('RF13: damaged parts', async () => {
    const whole = planOf(ROWS)
    expect(await refused(whole.subarray(0, whole.length - 200))).toMatch(/cut short or damaged/)
    const broken = [
      '<worksheet><sheetData><row>',
      '<a></b>',
      '',
      'words',
      '<a b=1/>',
      '<a>&nothing;</a>',
      Buffer.from([0x3c, 0x61, 0x3e, 0xc3, 0x28]),
    ]
    for (const xml of broken)
      expect(await refused(planOf('', { 'xl/worksheets/sheet1.xml': xml })), String(xml)).toMatch(
        /is damaged/,
      )
    expect(await refused(planOf(ROWS, { 'xl/workbook.xml': null }))).toMatch(/damaged/)
  })

  it('RF14: a file that may not be read, or that its disk does not give', () => {
    const said = (code: string) =>
      troubleFor(whyOf(Object.assign(new Error(), { code })), 'plan.xlsx').message
    expect(said('EACCES')).toMatch(/You may not read “plan\.xlsx”/)
    expect(said('EBUSY')).toMatch(/Another program is using “plan\.xlsx”/)
    expect(said('EIO')).toMatch(/could not be read from its disk/)
  })

  it('RF14: a file far larger than a plan is not taken into memory', async () => {
    const path = join(folder(), 'large.xlsx')
    writeFileSync(path, planOf(ROWS))
    truncateSync(path, 65 * 1024 * 1024)
    await expect(readReturnedFile(path, KNOWN)).rejects.toThrow(
      '“large.xlsx” is larger than 64 MB, more than a plan needs. Remove pictures from it, save it and try again.',
    )
  })

  it.skipIf(process.platform === 'win32')('RF14: a pipe is no file, and nothing waits for it', async () => {
    const path = join(folder(), 'pipe.xlsx')
    execFileSync('mkfifo', [path])
    await expect(readReturnedFile(path, KNOWN)).rejects.toThrow(/is not a file that can be read/)
  })

  it('RF14: a folder, and a file that went between choosing and reading', async () => {
    mkdirSync(join(folder(), 'returned'))
    await expect(readReturnedFile(join(folder(), 'returned'), KNOWN)).rejects.toThrow(
      '“returned” is a folder, not an Excel file. Choose the files in it.',
    )
    const path = join(folder(), 'gone.xlsx')
    writeFileSync(path, planOf(ROWS))
    rmSync(path)
    const error = await readReturnedFile(path, KNOWN).catch(caught => caught)
    expect(error).toBeInstanceOf(Trouble)
    expect(error).toMatchObject({
      code: 'FILE_TROUBLE',
      message: '“gone.xlsx” is no longer there. Check where it is now and choose it again.',
    })
  })

  it('RF14: a file that is open elsewhere is read, and that is said', async () => {
    for (const [name, lock] of [
      ['a.xlsx', '.~lock.a.xlsx#'],
      ['b.xlsx', '~$b.xlsx'],
    ] as const) {
      writeFileSync(join(folder(), name), planOf(ROWS))
      writeFileSync(join(folder(), lock), 'someone')
      const book = await readReturnedFile(join(folder(), name), KNOWN)
      expect(book.remarks).toEqual([
        'It is still open in another program: what is not saved there was not read.',
      ])
    }
  })

  it('RF15: reading is given up in time', async () => {
    const path = join(folder(), 'slow.xlsx')
    writeFileSync(path, planOf(ROWS))
    await expect(readReturnedFile(path, KNOWN, { time: 1 })).rejects.toThrow(
      /“slow\.xlsx” took longer than a minute to read, so reading it was stopped\. Copy it to this computer/,
    )
  })

  it('RF15: reading can be cancelled', async () => {
    const path = join(folder(), 'cancelled.xlsx')
    writeFileSync(path, planOf(ROWS))
    const before = AbortSignal.abort()
    await expect(readReturnedFile(path, KNOWN, { signal: before })).rejects.toMatchObject({
      name: 'AbortError',
    })
    const during = new AbortController()
    const reading = readReturnedFile(path, KNOWN, { signal: during.signal })
    setTimeout(() => during.abort(), 20)
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' })
  })
})
