import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { OwnersExport, PlanExport } from '../../shared/contract/export-request.ts'
import { growth, interleaved, type Row } from './measure.ts'
import type { Scale } from './scale.ts'
import { type Bench, openBench } from './workbook.ts'

const FILES = 44
const ACTIONS_A_FILE = 100

/** Cells their owner changed in each file before it came back. */
const CHANGED = 5

/** `review-44`: 44 files of 100 actions to a finished review, beside exceljs, which only reads them. */
export async function benchReview(scale: Scale): Promise<Row[]> {
  const bench = await openBench()
  const files = scale.of(FILES)
  await bench.addActions(files * scale.of(ACTIONS_A_FILE), index => ({ owner: `Owner ${index % files}` }))
  const to = join(bench.folder, 'owners')
  await bench.shell.export.make({ to, request: { kind: 'owners', options: OwnersExport.parse({}) } })
  const paths = readdirSync(to)
    .filter(name => name.endsWith('.xlsx'))
    .map(name => join(to, name))
  if (paths.length !== files) throw new Error(`${paths.length} files were made for ${files} owners`)
  for (const path of paths) await fillIn(path, bench)
  const ours = () => review(bench, paths, files * Math.min(CHANGED, scale.of(ACTIONS_A_FILE)))
  const theirs = async () => {
    for (const path of paths) await new ExcelJS.Workbook().xlsx.readFile(path)
  }
  const [value, reference, cold] = await interleaved(scale.runs(5), [ours, theirs, ours], () =>
    bench.showScreen('review'),
  )
  await bench.close()
  return [
    { name: 'review-44', value: value!, reference: reference!, goal: 1.3 },
    { name: 'review-44-cold', value: cold!, reference: reference!, goal: 1.3 },
  ]
}

/** `growth-review`: one returned plan of n actions, read and compared. */
export async function benchReviewGrowth(scale: Scale): Promise<Row[]> {
  const works: (() => Promise<void>)[] = []
  const benches: Bench[] = []
  for (const count of scale.growth) {
    const bench = await openBench()
    benches.push(bench)
    await bench.addActions(scale.of(count))
    const to = join(bench.folder, 'plan.xlsx')
    await bench.shell.export.make({ to, request: { kind: 'plan', options: PlanExport.parse({}) } })
    works.push(() => review(bench, [to], 0))
  }
  const times = await interleaved(scale.runs(5), works)
  for (const { close } of benches) await close()
  return growth('growth-review', times)
}

async function review({ shell, page }: Bench, paths: readonly string[], changes: number): Promise<void> {
  await shell.review.read({ paths: [...paths] })
  const found = await page.review.get()
  if (found?.changes.length !== changes)
    throw new Error(`The review has ${found?.changes.length} changes, not ${changes}`)
  await page.review.close()
}

/** Writes into the first rows of a file what its owner would. */
async function fillIn(path: string, { framework }: Bench): Promise<void> {
  const header = framework.actionPlan.columns.find(({ id }) => id === 'progress')!.header
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(path)
  for (const sheet of book.worksheets)
    for (let row = 1; row < 30; row++) {
      let column = 0
      sheet.getRow(row).eachCell((cell, at) => {
        if (cell.value === header) column = at
      })
      if (column === 0) continue
      for (let index = 1; index <= CHANGED; index++)
        if (sheet.getCell(row + index, 1).value)
          sheet.getCell(row + index, column).value = `Two of ${index + 4} posts are filled`
      await book.xlsx.writeFile(path)
      return
    }
  throw new Error(`There is no column ${header} in ${path}`)
}
