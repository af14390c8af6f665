import { execFile } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { deflateRawSync } from 'node:zlib'
import { BoardExport } from '../../shared/contract/export-request.ts'
import { partsOf } from '../helpers/parts-of.ts'
import { bookFile } from './book-file.ts'
import { growth, interleaved, median, type Row, timed } from './measure.ts'
import { python } from './python.ts'
import type { Scale } from './scale.ts'
import { type Bench, openBench } from './workbook.ts'

const SIZES = [
  { name: 'export-100', actions: 100 },
  { name: 'export-1k', actions: 1000 },
  { name: 'export-10k', actions: 10_000 },
] as const

const options = BoardExport.parse({ view: 'full', meeting: 'Board', preparedBy: 'Bench', asks: ['Agree it'] })
const WRITER = join(import.meta.dirname, 'write_board.py')

/** `export-100` to `export-10k`, `export-floor`, `growth-export` and `stall`: the whole board workbook of n actions. */
export async function benchExport(scale: Scale, names: readonly string[]): Promise<Row[]> {
  const rows: Row[] = []
  const times: number[] = []
  if (!python)
    console.error(
      'export-100 to export-10k left out: there is no Python with XlsxWriter (python3-xlsxwriter)',
    )
  for (const { name, actions } of SIZES) {
    const isLargest = actions === 10_000
    const wantsGrowth = names.some(one => one.startsWith('growth-export'))
    const wantsFloor = isLargest && (names.includes('export-floor') || names.includes('stall'))
    if (!names.includes(name) && !wantsGrowth && !wantsFloor) continue
    const bench = await openBench()
    await bench.addActions(scale.of(actions))
    const theirs = names.includes(name) && python ? await xlsxWriter(bench) : () => {}
    const [value, reference, cold] = await interleaved(
      scale.runs(7),
      [() => exportBoard(bench), theirs, () => exportBoard(bench)],
      () => bench.showScreen('export'),
    )
    times.push(value!)
    if (python)
      rows.push(
        { name, value: value!, reference: reference!, goal: 1 },
        { name: `${name}-cold`, value: cold!, reference: reference!, goal: 1 },
      )
    if (wantsFloor) rows.push(await floorOf(bench, value!), await stallOf(bench, scale.runs(7)))
    await bench.close()
  }
  if (times.length === SIZES.length) rows.push(...growth('growth-export', times))
  return rows.filter(row => names.some(name => row.name === name || row.name.startsWith(`${name}-`)))
}

/** From the call to the file on the disk, as the page waits for it. */
async function exportBoard({ shell, folder }: Bench): Promise<string> {
  const to = join(folder, 'board.xlsx')
  rmSync(to, { force: true })
  await shell.export.make({ to, request: { kind: 'board', options } })
  return to
}

/** A program of its own that reads the finished cells, styles and rules from a file and writes the same workbook. */
async function xlsxWriter(bench: Bench): Promise<() => Promise<unknown>> {
  const book = await bookFile(bench, options)
  const to = join(bench.folder, 'theirs.xlsx')
  return async () => {
    const { stdout } = await promisify(execFile)(python!, [WRITER, book, to])
    if (process.env.BENCH_VERBOSE) console.error(stdout.trim())
  }
}

/** Only packing what is in the file. */
async function floorOf(bench: Bench, value: number): Promise<Row> {
  const xml = [...partsOf(await exportBoard(bench)).values()].map(part => Buffer.from(part))
  const times: number[] = []
  for (let run = 0; run < 5; run++)
    times.push(await timed(() => xml.map(part => deflateRawSync(part, { level: 6 }))))
  return { name: 'export-floor', value, reference: median(times), goal: 8 }
}

/** The longest time in which the engine answered nobody, in milliseconds. */
async function stallOf(bench: Bench, runs: number): Promise<Row> {
  const stalls: number[] = []
  for (let run = 0; run < runs; run++) {
    let [last, longest] = [performance.now(), 0]
    const look = () => {
      const now = performance.now()
      longest = Math.max(longest, now - last - 1)
      last = now
    }
    const timer = setInterval(look, 1)
    await exportBoard(bench)
    look()
    clearInterval(timer)
    stalls.push(longest)
  }
  return { name: 'stall', value: median(stalls), reference: 50, goal: 1 }
}
