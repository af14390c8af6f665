import { describe, expect, it } from 'vitest'
import { freshFolderForFile } from '../../../../helpers/file-folder.ts'
import { hostileFiles } from '../../../../helpers/hostile-xlsx.ts'
import { MAIN, partsFor, rowXml, sheetXml, zipOf } from '../../../../helpers/make-xlsx.ts'
import { PLAN, planOf, readBytes, refusalOf, textsOf } from '../../../../helpers/returned.ts'

const folder = freshFolderForFile()
const files = Object.entries(hostileFiles(PLAN)).filter(([, file]) => !file.isHeavy)

/** A sentence or two that name the file, from a capital or its quote to a full stop. */
const SENTENCE = /^“[^”]+” .{20,}\.$|^You may not read “|^Another program is using “/

describe('files made to do harm', () => {
  for (const [name, { make, comes }] of files)
    it(`RF16: ${name}`, async () => {
      const start = performance.now()
      if (typeof comes === 'number')
        expect((await readBytes(folder(), make())).tables[0]!.rows.length).toBe(comes)
      else expect(await refusalOf(folder(), make())).toMatch(comes)
      expect(performance.now() - start).toBeLessThan(5000)
    })
})

describe('files damaged on the way', () => {
  const rows = Array.from({ length: 30 }, (_, index) =>
    rowXml(index + 2, [`A-${index}`, `Agree what ${index} does`, 'Priya Nair', 46_000 + index]),
  ).join('')
  const whole = planOf(rows, {
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}"><si><t>Priya Nair</t></si></sst>`,
  })

  /** Damaged bytes are refused in a sentence, or what is read is what was written. */
  async function expectHonest(bytes: Buffer, what: string): Promise<void> {
    const start = performance.now()
    const said = await refusalOf(folder(), bytes, 'plan.xlsx')
    expect(performance.now() - start, what).toBeLessThan(5000)
    if (said !== 'It was read.') expect(said, what).toMatch(SENTENCE)
    else expect(textsOf(await readBytes(folder(), bytes, 'plan.xlsx')), what).toEqual(expected)
  }
  let expected: unknown

  it('RF13: cut off at 200 places, 500 bytes changed: a sentence, or the whole content', async () => {
    expected = textsOf(await readBytes(folder(), whole))
    const random = randomFrom(7)
    for (let time = 0; time < 200; time++) {
      const at = Math.floor(random() * whole.length)
      await expectHonest(whole.subarray(0, at), `cut at ${at}`)
    }
    for (let time = 0; time < 500; time++) {
      const bytes = Buffer.from(whole)
      const at = Math.floor(random() * whole.length)
      bytes[at] = bytes[at]! ^ (1 + Math.floor(random() * 255))
      await expectHonest(bytes, `byte ${at} is ${bytes[at]}`)
    }
  })

  it('RF13: parts changed before they were packed: a sentence, or something was read', async () => {
    const random = randomFrom(11)
    const names = ['xl/worksheets/sheet1.xml', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels', '_rels/.rels']
    const parts = partsFor([{ name: 'Action plan', rows: rowXml(1, PLAN) + rows }])
    for (let time = 0; time < 400; time++) {
      const name = names[time % names.length]!
      const changed = parts.map(part =>
        part.name === name ? { ...part, data: spoilt(String(part.data), random) } : part,
      )
      const said = await refusalOf(folder(), zipOf(changed), 'plan.xlsx')
      if (said !== 'It was read.') expect(said, `${name} ${time}`).toMatch(SENTENCE)
    }
  })

  it('RF13: addresses that are none are passed over', async () => {
    const odd = [
      'r="0"',
      'r="-3"',
      'r="1e9"',
      'r="A"',
      'r="99999999999999999999"',
      's="x"',
      't="?"',
      'r="B2" s="-1"',
    ]
    const cells = odd.map(
      attributes => `<row ${attributes}><c ${attributes}><v>1</v></c><c r="XFE1"><v>2</v></c></row>`,
    )
    const xml = sheetXml(rowXml(1, PLAN) + cells.join(''))
    expect(await refusalOf(folder(), planOf('', { 'xl/worksheets/sheet1.xml': xml }))).toBe('It was read.')
  })
})

/** Cuts, doubles or changes a piece somewhere in the text. */
function spoilt(text: string, random: () => number): string {
  const at = Math.floor(random() * text.length)
  const to = Math.min(text.length, at + 1 + Math.floor(random() * 20))
  const middle = ['', text.slice(at, to).repeat(2), '<', '"', '&#0;', '\ufffe', ']]>', '>', '999999999999'][
    Math.floor(random() * 9)
  ]!
  return text.slice(0, at) + middle + text.slice(to)
}

/** The same numbers every time, between 0 and 1. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
