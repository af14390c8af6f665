import type { CDPSession } from 'playwright-core'

type Snapshot = {
  readonly snapshot: { readonly meta: { readonly node_fields: string[]; readonly node_types: [string[]] } }
  readonly nodes: readonly number[]
  readonly strings: readonly string[]
}

/** Kinds whose names are contents, not classes. */
const UNNAMED = new Set([
  'string',
  'concatenated string',
  'sliced string',
  'number',
  'code',
  'array',
  'hidden',
])

/** How much each class of object holds in the page, in bytes. */
export async function takeHeap(cdp: CDPSession): Promise<Map<string, number>> {
  const pieces: string[] = []
  const listen = ({ chunk }: { chunk: string }) => void pieces.push(chunk)
  cdp.on('HeapProfiler.addHeapSnapshotChunk', listen)
  await cdp.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  cdp.off('HeapProfiler.addHeapSnapshotChunk', listen)
  const { snapshot, nodes, strings } = JSON.parse(pieces.join('')) as Snapshot
  const { node_fields: fields, node_types: types } = snapshot.meta
  const [type, name, size] = ['type', 'name', 'self_size'].map(field => fields.indexOf(field)) as [
    number,
    number,
    number,
  ]
  const held = new Map<string, number>()
  for (let at = 0; at < nodes.length; at += fields.length) {
    const kind = types[0][nodes[at + type]!]!
    const key = UNNAMED.has(kind) ? kind : `${kind} ${strings[nodes[at + name]!]!.slice(0, 60)}`
    held.set(key, (held.get(key) ?? 0) + nodes[at + size]!)
  }
  return held
}

/** The ten classes that hold most more than before, in kilobytes. */
export function compareHeaps(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): string {
  const more = [...after].map(([key, bytes]) => [key, bytes - (before.get(key) ?? 0)] as const)
  return more
    .sort((a, b) => b[1] - a[1])
    .slice(0, 10)
    .map(([key, bytes]) => `${(bytes / 1024).toFixed(0).padStart(7)} kB  ${key}`)
    .join('\n')
}
