import { readFileSync } from 'node:fs'

/** One call that changed something under the folder, or a mark, in the order they happened. Paths are relative to it. */
export type Step =
  | {
      readonly op: 'open'
      readonly handle: string
      readonly path: string
      readonly creates: boolean
      readonly empties: boolean
    }
  | { readonly op: 'write'; readonly handle: string; readonly at: number; readonly bytes: Buffer }
  | { readonly op: 'truncate'; readonly handle: string; readonly size: number }
  | { readonly op: 'sync'; readonly handle: string; readonly failed: boolean }
  | { readonly op: 'close'; readonly handle: string }
  | { readonly op: 'dup'; readonly handle: string; readonly to: string }
  | { readonly op: 'rename' | 'link'; readonly path: string; readonly to: string }
  | { readonly op: 'unlink' | 'mkdir' | 'rmdir'; readonly path: string }
  | { readonly op: 'mark'; readonly text: string }

const OPS = [
  '',
  'open',
  'write',
  'truncate',
  'sync',
  'rename',
  'unlink',
  'link',
  'mkdir',
  'rmdir',
  'close',
  'mark',
  'dup',
] as const
const HEADER_BYTES = 40
const [O_CREAT, O_TRUNC] = [0o100, 0o1000]

/** Reads what shim.c wrote down. The bytes of a write stay in the one buffer that is read. */
export function readTrace(file: string, under: string): Step[] {
  const all = readFileSync(file)
  const steps: Step[] = []
  for (let at = 0; at + HEADER_BYTES <= all.length; ) {
    const lengths = [12, 16, 20].map(offset => all.readUInt32LE(at + offset)) as [number, number, number]
    const [path, other, data] = piecesOf(all, at + HEADER_BYTES, lengths)
    const op = OPS[all.readUInt32LE(at)]!
    const handle = (fd: number) => `${all.readUInt32LE(at + 4)} ${fd}`
    const own = handle(all.readInt32LE(at + 8))
    const [a, b] = [Number(all.readBigInt64LE(at + 24)), Number(all.readBigInt64LE(at + 32))]
    const inside = (name: Buffer) => relative(name.toString(), under)
    steps.push(stepOf())
    at += HEADER_BYTES + lengths[0] + lengths[1] + lengths[2]

    function stepOf(): Step {
      switch (op) {
        case 'open':
          return {
            op,
            handle: own,
            path: inside(path),
            creates: (a & O_CREAT) > 0,
            empties: (a & O_TRUNC) > 0,
          }
        case 'write':
          return { op, handle: own, at: a, bytes: data }
        case 'truncate':
          return { op, handle: own, size: a }
        case 'sync':
          return { op, handle: own, failed: b !== 0 }
        case 'close':
          return { op, handle: own }
        case 'dup':
          return { op, handle: own, to: handle(a) }
        case 'rename':
        case 'link':
          return { op, path: inside(path), to: inside(other) }
        case 'unlink':
        case 'mkdir':
        case 'rmdir':
          return { op, path: inside(path) }
        case 'mark':
          return { op, text: data.toString() }
        default:
          throw new Error(`The trace holds a call of no known kind (${op}) at byte ${at}`)
      }
    }
  }
  return steps
}

/** What was done in one folder, and all marks; paths are then relative to it. */
export function stepsUnder(steps: readonly Step[], folder: string): Step[] {
  const handles = new Set<string>()
  const short = (path: string) => (path === folder ? '' : path.slice(folder.length + 1))
  const isInside = (path: string) => path === folder || path.startsWith(`${folder}/`)
  return steps.flatMap((step): Step[] => {
    if (step.op === 'mark') return [step]
    if ('path' in step) {
      if (step.op === 'open') handles.delete(step.handle)
      if (!isInside(step.path) || (step.op === 'mkdir' && step.path === folder)) return []
      if (step.op === 'open') handles.add(step.handle)
      return [
        'to' in step
          ? { ...step, path: short(step.path), to: short(step.to) }
          : { ...step, path: short(step.path) },
      ]
    }
    if (!handles.has(step.handle)) return []
    if (step.op === 'dup') handles.add(step.to)
    return [step]
  })
}

function piecesOf(all: Buffer, start: number, lengths: readonly number[]): [Buffer, Buffer, Buffer] {
  const ends = lengths.map((_, index) => lengths.slice(0, index + 1).reduce((sum, one) => sum + one, start))
  return ends.map((end, index) => all.subarray(end - lengths[index]!, end)) as [Buffer, Buffer, Buffer]
}

/** '' is the folder itself. What moves in from outside or out of it cannot be replayed. */
function relative(path: string, under: string): string {
  if (path === under) return ''
  if (path.startsWith(`${under}/`)) return path.slice(under.length + 1)
  throw new Error(`A recorded call names a path outside the folder: ${path}`)
}
