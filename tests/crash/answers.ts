import { openSync, readFileSync, writeSync } from 'node:fs'

/** What a process that may be killed writes down, each line on the disk before it goes on. */
export type Line =
  | { readonly asked: number; readonly call: string }
  | {
      readonly answered: number
      readonly seq: number
      /** The seal of that edit where it is known. */
      readonly hash: string
      /** What was answered to be there under a name of its own, and what was typed. */
      readonly made: string
      readonly said: string
    }
  | { readonly refused: number; readonly sentence: string; readonly isTold: boolean }

/** What was told when the end came. */
export type Told = {
  /** Calls that had begun and were not answered. */
  readonly underWay: readonly string[]
  readonly answers: readonly { readonly seq: number; readonly hash: string; readonly said: string }[]
  readonly made: readonly string[]
  readonly refusals: readonly { readonly sentence: string; readonly isTold: boolean }[]
}

type Seal = { readonly seq: number; readonly hash: string }

/** A log to which every line is written through to the disk. `sealOf`: what is saved by the time of an answer, if it is known. */
export function startLog(path: string, sealOf: () => Seal | null) {
  const file = openSync(path, 'as')
  let calls = 0
  const say = (line: Line) => void writeSync(file, `\n${JSON.stringify(line)}\n`)

  /** A disk that fails may not even say what it holds. */
  function sealNow(): Seal | null {
    try {
      return sealOf()
    } catch {
      return null
    }
  }

  async function watched(call: string, said: string, work: () => Promise<unknown>): Promise<unknown> {
    const number = ++calls
    say({ asked: number, call })
    try {
      const answer = await work()
      const edited = answer as { seq?: unknown; path?: unknown } | null
      const { seq, hash } = sealNow() ?? { seq: Number(edited?.seq ?? 0), hash: '' }
      const made = typeof edited?.path === 'string' ? edited.path : ''
      say({ answered: number, seq, hash, made, said })
      return answer
    } catch (error) {
      // Nobody answers any more: the call stays under way.
      if (error instanceof TypeError) throw error
      const { message, defined } = error as { message?: string; defined?: boolean }
      say({ refused: number, sentence: String(message), isTold: defined === true })
      throw error
    }
  }

  return {
    file,
    /** The same door, with every call that may change something written down. */
    watch<D extends object>(door: D): D {
      const nouns = door as Record<string, Record<string, (...input: unknown[]) => Promise<unknown>>>
      return new Proxy({} as D, {
        get: (_, noun: string) =>
          new Proxy(
            {},
            {
              get: (_nothing, verb: string) => {
                const call = (...input: unknown[]) => nouns[noun]![verb]!(...input)
                if (/^(get|list|watch|isWorking)/.test(verb) || (noun === 'workbook' && verb === 'read'))
                  return call
                return (...input: unknown[]) =>
                  watched(`${noun}.${verb}`, saidIn(input[0]), () => call(...input))
              },
            },
          ),
      })
    },
  }
}

/** Reads the log of a process that is dead. Its last line may be torn; other lines in it are not ours. */
export function readLog(path: string): Told {
  const underWay = new Map<number, string>()
  const answers: Told['answers'][number][] = []
  const made: string[] = []
  const refusals: Told['refusals'][number][] = []
  for (const text of readFileSync(path, 'utf8').split('\n')) {
    const line = parsed(text)
    if (!line) continue
    if ('asked' in line) underWay.set(line.asked, line.call)
    if ('answered' in line) {
      underWay.delete(line.answered)
      if (line.seq > 0) answers.push({ seq: line.seq, hash: line.hash, said: line.said })
      if (line.made) made.push(line.made)
    }
    if ('refused' in line) {
      underWay.delete(line.refused)
      refusals.push({ sentence: line.sentence, isTold: line.isTold })
    }
  }
  return { underWay: [...underWay.values()], answers, made, refusals }
}

function saidIn(input: unknown): string {
  const { reason } = (input as { set?: { reason?: unknown } } | undefined)?.set ?? {}
  return typeof reason === 'string' ? reason : ''
}

function parsed(text: string): Line | null {
  try {
    return JSON.parse(text) as Line
  } catch {
    return null
  }
}
