/** One row of `npm run bench`: medians in milliseconds, ours and the reference, taken turn by turn in one run. */
export type Row = {
  readonly name: string
  readonly value: number
  readonly reference: number
  readonly goal: number
}

export type Pair = {
  /** Untimed preparation of each run. */
  readonly before?: () => unknown
  readonly ours: (run: number) => unknown
  readonly theirs: (run: number) => unknown
}

/** Runs both `runs` times, interleaved, so that a noisy moment hits both alike. */
export async function measure(name: string, goal: number, runs: number, pair: Pair): Promise<Row> {
  const values: number[] = []
  const references: number[] = []
  for (let run = 0; run < runs; run++) {
    await pair.before?.()
    values.push(await timed(() => pair.ours(run)))
    references.push(await timed(() => pair.theirs(run)))
  }
  return { name, value: median(values), reference: median(references), goal }
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!
}
