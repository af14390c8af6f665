import { journal, superJournal } from './journals.ts'
import { pick, type Random } from './schema-changes.ts'

const PAGE = 16_384

/** A changed file, and what lies beside it. */
export type Changed = {
  readonly kind: string
  readonly bytes: Buffer
  readonly beside: Readonly<Record<string, Buffer>>
}

// Most change the bytes they are given and have nothing to give back.
// biome-ignore lint/suspicious/noConfusingVoidType: see above
type Change = (bytes: Buffer, random: Random) => Buffer | [Buffer, Record<string, Buffer>] | void

/** Places that decide how the rest is read. */
const INTERESTING = [0, 1, 2, 4, 5, 13, 0x7f, 0x80, 0xff]

const KINDS: Readonly<Record<string, Change>> = {
  'a byte': (bytes, random) => void flip(bytes, random(bytes.length), random),
  'a few bytes': (bytes, random) => {
    for (let count = 1 + random(20); count > 0; count--) flip(bytes, random(bytes.length), random)
  },
  'a byte that means something': (bytes, random) =>
    void bytes.writeUInt8(pick(INTERESTING, random), random(bytes.length)),
  'a bit of a page that is used': (bytes, random) => {
    const at = usedPage(bytes, random) * PAGE
    const content = bytes.readUInt16BE(at + 5) || PAGE
    const place = at + content + random(Math.max(1, PAGE - content))
    bytes.writeUInt8(bytes[place]! ^ (1 << random(8)), place)
  },
  'a run of bytes': (bytes, random) => {
    const at = random(bytes.length)
    bytes.fill(random(256), at, Math.min(bytes.length, at + 1 + random(5000)))
  },
  'a run of noise': (bytes, random) => noise(bytes, random(bytes.length), 1 + random(5000), random),
  'the header of the file': (bytes, random) => void bytes.writeUInt8(random(256), random(100)),
  'a number of the header': (bytes, random) =>
    void bytes.writeUInt32BE(
      pick([0, 1, 2, 3, 4, 100, 0x7fffffff, 0xffffffff, random(2 ** 32)], random),
      4 * random(25),
    ),
  'the head of a page': (bytes, random) => {
    const at = usedPage(bytes, random) * PAGE
    bytes.writeUInt8(pick([...INTERESTING, random(256)], random), at + random(12))
  },
  'the places of the cells of a page': (bytes, random) => {
    const at = usedPage(bytes, random) * PAGE + 8
    bytes.writeUInt16BE(random(65_536), at + 2 * random(40))
  },
  'the kind of a page': (bytes, random) =>
    void bytes.writeUInt8(pick([0, 2, 5, 10, 13], random), usedPage(bytes, random) * PAGE),
  'two pages exchanged': (bytes, random) => {
    const [one, two] = [usedPage(bytes, random) * PAGE, usedPage(bytes, random) * PAGE]
    const kept = Buffer.from(bytes.subarray(one, one + PAGE))
    bytes.copy(bytes, one, two, two + PAGE)
    kept.copy(bytes, two)
  },
  'a page copied over another': (bytes, random) => {
    const from = random(bytes.length / PAGE) * PAGE
    bytes.copy(bytes, usedPage(bytes, random) * PAGE, from, from + PAGE)
  },
  'a page moved by a byte': (bytes, random) => {
    const at = usedPage(bytes, random) * PAGE
    bytes.copy(bytes, at + 1, at, at + PAGE - 1)
  },
  'a page emptied': (bytes, random) => {
    const at = usedPage(bytes, random) * PAGE
    bytes.fill(0, at, at + PAGE)
  },
  'a page of noise': (bytes, random) => noise(bytes, usedPage(bytes, random) * PAGE, PAGE, random),
  'cut off': (bytes, random) => bytes.subarray(0, random(bytes.length)),
  'cut off at a page': (bytes, random) => bytes.subarray(0, random(bytes.length / PAGE) * PAGE),
  'cut off and told so': (bytes, random) => {
    const pages = 1 + random(bytes.length / PAGE - 1)
    bytes.writeUInt32BE(pages, 28)
    return bytes.subarray(0, pages * PAGE)
  },
  grown: (bytes, random) => Buffer.concat([bytes, Buffer.alloc(random(100_000), random(256))]),
  'grown and told so': (bytes, random) => {
    const more = 1 + random(20)
    bytes.writeUInt32BE(bytes.length / PAGE + more, 28)
    return Buffer.concat([bytes, Buffer.alloc(more * PAGE, random(256))])
  },
  'a list of free pages': (bytes, random) => {
    bytes.writeUInt32BE(1 + random(bytes.length / PAGE), 32)
    bytes.writeUInt32BE(1 + random(200), 36)
  },
  'a number of another version': (bytes, random) =>
    void bytes.writeUInt32BE(pick([0, 1, 10, 20, 30, 40, 50, 60, 9999, 0xffffffff], random), 60),
  'a page that leads elsewhere': (bytes, random) => {
    const at = usedPage(bytes, random) * PAGE
    bytes.writeUInt32BE(
      1 + random(bytes.length / PAGE),
      at + pick([8, PAGE - 4, PAGE - 9, PAGE - 14], random),
    )
  },
  'a journal of noise': (bytes, random) => {
    const beside = Buffer.alloc(600 + random(40_000))
    noise(beside, 0, beside.length, random)
    return [bytes, { '-journal': beside }]
  },
  'a journal of other pages': (bytes, random) => {
    const pages = Array.from({ length: 1 + random(6) }, () => {
      const page = Buffer.from(bytes.subarray(0, PAGE))
      noise(page, 100, PAGE - 100, random)
      return [1 + random(bytes.length / PAGE), page] as const
    })
    return [bytes, { '-journal': journal(bytes.length / PAGE, pages, random(999)) }]
  },
  'a journal that cuts off': (bytes, random) => [
    bytes,
    { '-journal': journal(random(bytes.length / PAGE), [[2, bytes.subarray(PAGE, 2 * PAGE)]]) },
  ],
  'a journal that blows up': (bytes, random) => [
    bytes,
    { '-journal': journal(bytes.length / PAGE + random(2 ** 31), [[1, bytes.subarray(0, PAGE)]]) },
  ],
  'a journal that names another': (bytes, random) => [
    bytes,
    {
      '-journal': superJournal(
        bytes.length / PAGE,
        [],
        pick(['/etc/hostname', '/tmp/x-mj0A1B2C3D4'], random),
      ),
    },
  ],
  'a log beside it': (bytes, random) => {
    const log = Buffer.alloc(random(2) * (32 + PAGE + 24))
    noise(log, 0, log.length, random)
    if (log.length > 0) Buffer.from('377f0682002de21800004000', 'hex').copy(log)
    return [bytes, { '-wal': log, ...(random(2) ? { '-shm': Buffer.alloc(32_768) } : {}) }]
  },
  'another journal mode': (bytes, random) => void bytes.fill(random(4), 18, 20),
}

/** The names of the kinds. */
export const byteKinds = Object.keys(KINDS)

/** A copy of these bytes, changed in one of the ways. */
export function changeBytes(sound: Buffer, random: Random): Changed {
  const kind = pick(byteKinds, random)
  const bytes = Buffer.from(sound)
  const made = KINDS[kind]!(bytes, random)
  if (Array.isArray(made)) return { kind, bytes: made[0], beside: made[1] }
  return { kind, bytes: made ?? bytes, beside: {} }
}

function flip(bytes: Buffer, at: number, random: Random): void {
  bytes.writeUInt8(bytes[at]! ^ (1 + random(255)), at)
}

function noise(bytes: Buffer, at: number, length: number, random: Random): void {
  for (let place = at; place < Math.min(bytes.length, at + length); place++) bytes[place] = random(256)
}

/** Any page but the first, which has changes of its own. */
function usedPage(bytes: Buffer, random: Random): number {
  return 1 + random(bytes.length / PAGE - 1)
}
