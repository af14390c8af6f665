import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { createEngine } from '../../electron/engine/engine.ts'
import { createSampleFile } from '../../electron/engine/sample/sample.ts'
import { dump } from './dump.ts'
import { WHO } from './engine.ts'

/** What became of a damaged file: refused in words, opened and found wrong, or as good as before. */
export type Verdict = {
  readonly kind: 'refused' | 'found' | 'harmless' | 'unnoticed'
  readonly words: string
}

/** The bytes of the sample workbook, made once. */
export function sampleBytes(): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'ninefold-sample-'))
  try {
    const path = join(folder, 's.ninefold')
    createSampleFile(path)
    return readFileSync(path)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Writes the bytes as a workbook, opens and checks it as the app does, and says which of the four it was. */
export async function judge(
  folder: string,
  bytes: Uint8Array,
  original: ReturnType<typeof dump>,
): Promise<Verdict> {
  const path = join(folder, 'damaged.ninefold')
  writeFileSync(path, bytes)
  const engine = createEngine()
  const context = engine.context()
  const shell = createRouterClient(engine.control, { context })
  const page = createRouterClient(engine.contract, { context })
  try {
    await shell.file.open({ path, who: WHO, mode: 'read' })
    await page.workbook.read()
    const report = await shell.file.check()
    if (!report.ok) return { kind: 'found', words: report.problems.join('\n') }
  } catch (error) {
    return { kind: 'refused', words: (error as Error).message }
  } finally {
    await engine.state.close()
  }
  const isSame = JSON.stringify(dump(path)) === JSON.stringify(original)
  return { kind: isSame ? 'harmless' : 'unnoticed', words: '' }
}
