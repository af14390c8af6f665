/** What was left after a round: megabytes, nodes and listeners. */
export type Point = {
  readonly round: number
  readonly page: number
  readonly nodes: number
  readonly listeners: number
  readonly host: number
  readonly outside: number
  readonly rss: number
}

/** By how much of its size a figure may rise from the first half to the second, once everything was loaded. */
const MOST = { page: 0.05, nodes: 0.05, listeners: 0.05, host: 0.05, outside: 0.1, rss: 0.15 } as const

/** What of an hour's use was not given back, a sentence each. The first quarter, when things are loaded once, does not count. */
export function grown(points: readonly Point[]): string[] {
  const warm = points.slice(Math.ceil(points.length / 4))
  const half = Math.floor(warm.length / 2)
  return (Object.keys(MOST) as (keyof typeof MOST)[]).flatMap(name => {
    const [before, after] = [warm.slice(0, half), warm.slice(-half)].map(some =>
      median(some.map(one => one[name])),
    )
    if (half === 0 || after! <= before! * (1 + MOST[name])) return []
    return [`${name} grew from ${before!.toFixed(1)} to ${after!.toFixed(1)} between the halves of the run.`]
  })
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
