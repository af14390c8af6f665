/** One row of `npm run bench`: two figures (milliseconds unless the row says otherwise) and what their ratio may be. */
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

/** Runs both `runs` times, interleaved, so that a noisy moment hits both alike; medians. */
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

/** The medians of several things done turn by turn, with an untimed preparation of each turn. */
export async function interleaved(
  runs: number,
  works: readonly ((run: number) => unknown)[],
  before: () => unknown = () => {},
): Promise<number[]> {
  const times = works.map((): number[] => [])
  for (let run = 0; run < runs; run++) {
    await before()
    for (const [index, work] of works.entries()) times[index]!.push(await timed(() => work(run)))
  }
  return times.map(median)
}

/**
 * How a time grows: at n, 10 n and 100 n, each beside what it would be had it grown as n does. The time at n is a tenth of
 * the first reference.
 */
export function growth(name: string, times: readonly number[]): Row[] {
  const [first = 0, ...later] = times
  return later.map((value, index) => {
    const times = 10 ** (index + 1)
    return { name: `${name}-${times}n`, value, reference: first * times, goal: 1 }
  })
}

/** Milliseconds that the work takes. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** The one in the middle. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** The one that this share of all is at most: 0.95 for the 95th percentile. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
}
