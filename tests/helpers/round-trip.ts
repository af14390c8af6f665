import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ExportRequest } from '../../shared/contract/export-request.ts'
import type { Review, ReviewChange, ReviewValue } from '../../shared/model/review.ts'
import { dump } from './dump.ts'
import { startEngineFor, WHO } from './engine.ts'
import { python } from './other-readers.ts'

/** An edit of `tests/fixtures/returned`: its name and what it is told. */
export type Step = readonly [name: string, told?: Readonly<Record<string, unknown>>]

/** What came of reading files: each change, addition and refusal as a line, and the review itself. */
export type Lines = {
  readonly lines: readonly string[]
  readonly refused: readonly string[]
  readonly remarks: readonly string[]
  readonly review: Review | null
}

const FIXTURES = join(import.meta.dirname, '../fixtures/returned')

/** The sample workbook in an engine of its own, shared by the tests of a file, in a folder gone afterwards. */
export function storyForFile() {
  let story!: Awaited<ReturnType<typeof startStory>>
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ninefold-returned-'))
    story = await startStory(folder)
  }, 60_000)
  afterAll(async () => {
    await story.close()
    rmSync(story.folder, { recursive: true, force: true })
  })
  return () => story
}

async function startStory(folder: string) {
  const workbook = join(folder, 'Northmoor.ninefold')
  const { engine, page, shell } = startEngineFor()
  await shell.file.createRehearsal({ path: workbook, who: WHO })

  /** Exports to a file (of owners: a folder) of this name. */
  async function sendOut(name: string, request: ExportRequest): Promise<string> {
    const to = join(folder, name)
    await shell.export.make({ to, request })
    return to
  }

  /** What these files would change; all files are put aside again. */
  async function reviewOf(...paths: string[]): Promise<Lines> {
    await page.review.close()
    await shell.review.read({ paths })
    const review = await page.review.get()
    return { ...linesOf(review), review }
  }

  /**
   * What the workbook holds: rows and the bytes of its evidence, without its history, which only ever grows, and without
   * what is remembered of files that were sent, which undo leaves alone. Looked up in a copy: the file itself is locked.
   */
  async function content() {
    const to = join(mkdtempSync(join(folder, 'copy-')), 'Copy.ninefold')
    await shell.file.copy({ to })
    const { rows, files } = dump(to)
    const { sentFiles: _, ...others } = rows
    return { rows: others, files }
  }

  return {
    folder,
    workbook,
    content,
    engine,
    page,
    shell,
    sendOut,
    reviewOf,
    close: () => engine.state.close(),
  }
}

/** Edits exports with openpyxl, all in one go. Gives the edited files in the order of the jobs. */
export function editWith(
  jobs: readonly {
    readonly from: string
    readonly to: string
    readonly steps: readonly Step[]
    readonly untouched?: boolean
  }[],
): string[] {
  const told = jobs.map(job => ({ ...job, steps: job.steps.map(([name, args]) => [name, args ?? {}]) }))
  execFileSync(python!, ['-B', join(FIXTURES, 'edit.py')], {
    input: JSON.stringify(told),
    stdio: ['pipe', 'pipe', 'inherit'],
    maxBuffer: 2 ** 28,
  })
  return jobs.map(job => job.to)
}

/** A review as lines that are easy to expect. */
export function linesOf(review: Review | null): Omit<Lines, 'review'> {
  if (!review) return { lines: [], refused: [], remarks: [] }
  return {
    lines: [
      ...review.changes.map(lineOf),
      ...review.additions.map(one => `+ ${one.kind}: ${one.title}${one.problem ? ` (${one.problem})` : ''}`),
    ],
    refused: review.files.filter(file => file.state === 'refused').map(file => file.problem),
    remarks: [...review.files, ...review.changes].flatMap(one => one.remarks),
  }
}

/** `A-02 Status (BRAG): Amber: at risk → Green: on track`; `!` before a conflict, `?` before what cannot be read. */
function lineOf(change: ReviewChange): string {
  const sign = { proposed: '', conflict: '! ', unreadable: '? ' }[change.state]
  const { collection, ref, title } = change.subject
  const what = collection === 'actions' || collection === 'updates' ? ref : `${ref} ${title}`.trim()
  const sent = change.sent === null ? '(not known)' : wordsOf(change.sent)
  const returned = change.returned.map(one => wordsOf(one.value)).join(' | ')
  const now = change.state === 'conflict' ? ` (now ${wordsOf(change.now)})` : ''
  return `${sign}${what} ${change.header}: ${sent} → ${returned}${now}`
}

function wordsOf(value: ReviewValue): string {
  return value.text === '' ? '(empty)' : value.text.replaceAll('\n', '⏎')
}

/** A copy of a file under another name, in a folder that is made for it. */
export function copied(path: string, folder: string, name: string): string {
  mkdirSync(folder, { recursive: true })
  copyFileSync(path, join(folder, name))
  return join(folder, name)
}

/** What a person did to a file, and the lines that must come of it: these and no others. */
export type Case = {
  readonly steps: readonly Step[]
  /** Lines in any order; none means that nothing is proposed. */
  readonly lines?: readonly string[]
  /** Each is found in one of the sentences said of the file. */
  readonly says?: readonly RegExp[]
  /** The bytes of the export itself are edited, without openpyxl between. */
  readonly untouched?: boolean
}

/** One test a case: the export is edited, read, and must give just these lines. All edits are made in one go. */
export function returnedCases(
  story: () => Awaited<ReturnType<typeof startStory>>,
  exported: () => string,
  cases: Readonly<Record<string, Case>>,
): void {
  const entries = Object.entries(cases)
  let files: string[] = []
  beforeAll(() => {
    const folder = mkdtempSync(join(story().folder, 'cases-'))
    files = editWith(
      entries.map(([, { steps, untouched }], index) => ({
        from: exported(),
        to: join(folder, `case-${index}.xlsx`),
        steps,
        untouched: untouched ?? false,
      })),
    )
  }, 120_000)
  it.each(entries.map(([name, one], index) => ({ name, one, index })))('$name', async ({ one, index }) => {
    const found = await story().reviewOf(files[index]!)
    expect({ lines: [...found.lines].sort(), refused: found.refused }).toEqual({
      lines: [...(one.lines ?? [])].sort(),
      refused: [],
    })
    for (const words of one.says ?? [])
      expect(
        found.remarks.some(remark => words.test(remark)),
        `${words} in ${JSON.stringify(found.remarks)}`,
      ).toBe(true)
  })
}
