import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Whether poppler is here to read PDFs with. */
export function hasPoppler(): boolean {
  try {
    execFileSync('pdfinfo', ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** The pages of a PDF: each with its size in whole millimetres, and the words of them all. */
export function readPdf(bytes: Buffer): { readonly pages: readonly string[]; readonly words: string } {
  const folder = mkdtempSync(join(tmpdir(), 'ninefold-pdf-'))
  try {
    const path = join(folder, 'sheet.pdf')
    writeFileSync(path, bytes)
    const info = execFileSync('pdfinfo', ['-f', '1', '-l', '999', path], { encoding: 'utf8' })
    const pages = [...info.matchAll(/Page +\d+ size: +([\d.]+) x ([\d.]+)/g)].map(
      ([, width, height]) => `${inMillimetres(width!)} × ${inMillimetres(height!)}`,
    )
    const words = execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ')
    return { pages, words }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function inMillimetres(points: string): number {
  return Math.round((Number(points) / 72) * 25.4)
}
