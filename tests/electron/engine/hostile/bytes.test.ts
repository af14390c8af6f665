import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { isSentence, ninefold } from '../../../helpers/cli.ts'
import { judge, sampleBytes } from '../../../helpers/damaged.ts'
import { dump } from '../../../helpers/dump.ts'
import { freshFolder } from '../../../helpers/engine.ts'

const sample = sampleBytes()

function originalIn(folder: string) {
  const path = join(folder, 'original.ninefold')
  writeFileSync(path, sample)
  return dump(path)
}

/** The same numbers every time, so that what is found can be found again. */
function randomly(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

it.each([0, 1, 16, 99, 100, 512, 16_384, 16_385, 400_000, sample.length - 16_384, sample.length - 1])(
  'HF1: cut off after %i bytes is refused or found, in words',
  async length => {
    const folder = freshFolder()
    const verdict = await judge(folder, sample.subarray(0, length), originalIn(folder))
    expect(verdict.kind).toMatch(/refused|found/)
    expect(isSentence(`${verdict.words.split('\n')[0]}\n`)).toBe(true)
  },
)

it('HF2: single bytes changed anywhere are refused, found, or do no harm: nothing changes unnoticed', async () => {
  const folder = freshFolder()
  const original = originalIn(folder)
  const random = randomly(20_261_124)
  const seen = { refused: 0, found: 0, harmless: 0, unnoticed: 0 }
  for (let round = 0; round < 60; round++) {
    const bytes = Buffer.from(sample)
    const at = random(bytes.length)
    bytes[at] = bytes[at]! ^ (1 + random(255))
    const verdict = await judge(folder, bytes, original)
    seen[verdict.kind]++
    expect([verdict.kind, at]).not.toEqual(['unnoticed', at])
    if (verdict.kind === 'refused') expect(isSentence(`${verdict.words}\n`), verdict.words).toBe(true)
  }
  // Which bytes of the sample are empty pages changes with its tables; a fifth noticed still says that the test bites.
  expect(seen.refused + seen.found).toBeGreaterThan(12)
}, 60_000)

it('HF3: the first pages overwritten byte by byte are refused in a sentence, or do no harm', async () => {
  const folder = freshFolder()
  const original = originalIn(folder)
  const random = randomly(9)
  for (let round = 0; round < 40; round++) {
    const bytes = Buffer.from(sample)
    const places = 1 + random(8)
    for (let place = 0; place < places; place++) bytes[random(round % 2 ? 100 : 20_000)] = random(256)
    const verdict = await judge(folder, bytes, original)
    expect(verdict.kind).not.toBe('unnoticed')
    if (verdict.kind === 'refused') expect(isSentence(`${verdict.words}\n`), verdict.words).toBe(true)
  }
}, 60_000)

it('HF4: a whole page of noise in the middle is refused or found', async () => {
  const folder = freshFolder()
  const original = originalIn(folder)
  const random = randomly(4)
  for (let page = 3; page < 60; page += 7) {
    const bytes = Buffer.from(sample)
    for (let at = page * 16_384; at < (page + 1) * 16_384; at++) bytes[at] = random(256)
    const { kind } = await judge(folder, bytes, original)
    expect(kind).toMatch(/refused|found/)
  }
}, 60_000)

it('HF5: from the command line a damaged workbook is one sentence or more, 1, and stays as it was', async () => {
  const folder = freshFolder()
  const path = join(folder, 'damaged.ninefold')
  for (const from of [200_000, 700_000]) {
    const bytes = Buffer.from(sample)
    bytes.fill(0xff, from, from + 40_000)
    writeFileSync(path, bytes)
    const answer = await ninefold('check', path)
    expect([answer.code, answer.out]).toEqual([1, ''])
    expect(answer.err).not.toMatch(/\bat .+:\d+|SQLITE/)
    expect(readFileSync(path).equals(bytes)).toBe(true)
  }
})
