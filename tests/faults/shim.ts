import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'

const SOURCE = join(import.meta.dirname, 'shim.c')
const CACHE = join(import.meta.dirname, '../../.cache/faults')
const CONTROL_BYTES = 512

/** Calls that can be made to fail. */
export const KINDS = { write: 1, sync: 2, truncate: 4, rename: 8, unlink: 16, open: 32, mkdir: 64 } as const
export type Kind = keyof typeof KINDS

const ACTIONS = { fail: 0, half: 1, killBefore: 2, killAfter: 3 } as const
const ERRORS = { EIO: 5, ENOSPC: 28, EROFS: 30 } as const

/** One fault to come. */
export type Fault = {
  readonly kinds: readonly Kind[]
  /** The first matching call that fails, from 1. */
  readonly nth: number
  /** How many fail from there on; 0 is all. */
  readonly times: number
  /** `half` writes half and says so; the others are as they say. */
  readonly action: keyof typeof ACTIONS
  readonly error?: keyof typeof ERRORS
  /** Only files whose path holds this. */
  readonly name?: string
}

/** Why faults cannot be made on this computer, in words; null where they can. */
export function whyNoShim(): string | null {
  if (process.platform !== 'linux' || !['x64', 'arm64'].includes(process.arch))
    return 'power cuts and faults are made on 64 bit Linux only'
  const found = spawnSync('gcc', ['-E', '-include', 'dlfcn.h', '-x', 'c', '/dev/null'], { stdio: 'ignore' })
  return found.status === 0 ? null : 'gcc and the headers of libc (libc6-dev) were not found'
}

/** The shim as a library, compiled once for each state of its source. */
export function builtShim(): string {
  const name = createHash('sha256').update(readFileSync(SOURCE)).digest('hex').slice(0, 16)
  const library = join(CACHE, `shim-${name}.so`)
  if (existsSync(library)) return library
  mkdirSync(CACHE, { recursive: true })
  // Under a name of its own first: several tests may want it at once.
  const making = `${library}.${process.pid}`
  execFileSync('gcc', ['-shared', '-fPIC', '-O2', '-o', making, SOURCE, '-ldl', '-lpthread'])
  renameSync(making, library)
  return library
}

/** The environment that puts the shim under a program. Paths are absolute and without links. */
export function shimEnv(places: {
  readonly under: string
  readonly trace?: string
  readonly marks?: string
  readonly control?: string
}): NodeJS.ProcessEnv {
  return {
    ...process.env,
    LD_PRELOAD: builtShim(),
    UV_USE_IO_URING: '0',
    NINEFOLD_FAULTS_UNDER: places.under,
    ...(places.trace ? { NINEFOLD_FAULTS_TRACE: places.trace } : {}),
    ...(places.marks ? { NINEFOLD_FAULTS_MARKS: places.marks } : {}),
    ...(places.control ? { NINEFOLD_FAULTS_CONTROL: places.control } : {}),
  }
}

/** Makes the file by which faults are asked for. It must be there before the program starts. */
export function createControl(path: string) {
  const file = openSync(path, 'w+')
  writeSync(file, Buffer.alloc(CONTROL_BYTES), 0, CONTROL_BYTES, 0)
  closeSync(file)
  return openControl(path)
}

/** Asks for faults, from the program itself or from beside it. */
export function openControl(path: string) {
  const file = openSync(path, 'r+')
  const put = (bytes: Buffer, at: number) => void writeSync(file, bytes, 0, bytes.length, at)
  return {
    /** Counts from now on and fails as said. */
    arm({ kinds, nth, times, action, error = 'EIO', name = '' }: Fault): void {
      const words = Buffer.alloc(CONTROL_BYTES - 4)
      const sum = kinds.reduce((all, kind) => all + KINDS[kind], 0)
      for (const [index, value] of [sum, nth, times, ACTIONS[action], ERRORS[error], 0, 0].entries())
        words.writeInt32LE(value, index * 4)
      words.write(name, 60)
      put(words, 4)
      put(Buffer.from([1, 0, 0, 0]), 0)
    },
    /** Ends it; gives how many calls matched and how many of them were made to fail. */
    disarm(): { seen: number; hit: number } {
      put(Buffer.alloc(4), 0)
      const bytes = readFileSync(path)
      return { seen: bytes.readInt32LE(24), hit: bytes.readInt32LE(28) }
    },
    close: () => closeSync(file),
  }
}
