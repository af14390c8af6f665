import { describe, expect, it } from 'vitest'
import { evidenceHeading } from '../../../../renderer/screens/evidence/evidence-heading.ts'
import {
  filterRows,
  isNarrowed,
  noFilters,
  type SortColumn,
  sortRows,
} from '../../../../renderer/screens/evidence/evidence-order.ts'
import { evidenceRowsOf } from '../../../../renderer/screens/evidence/evidence-rows.ts'
import { decodeText, previewKindOf } from '../../../../renderer/screens/evidence/preview-kind.ts'
import { readEvidence } from '../../../../renderer/screens/evidence/read-evidence.ts'
import { READ_LIMIT } from '../../../../shared/contract/evidence.ts'
import type { Evidence, EvidenceLink } from '../../../../shared/model/evidence.ts'
import type { Principle } from '../../../../shared/model/framework.ts'
import {
  ALDERBROOK,
  evidence,
  OUTCOMES,
  PARITY,
  PARTNERS,
  rowsWith,
  SYSTEM,
  ties,
  WESTMERE,
} from '../../../helpers/rows.ts'

const TODAY = '2026-11-24'
const principles = [
  { id: PARITY, number: 1 },
  { id: OUTCOMES, number: 2 },
  { id: PARTNERS, number: 3 },
] as unknown as readonly Principle[]

const agreement = evidence({
  ref: 1,
  kind: 'file',
  title: 'Partnership agreement, signed',
  refersOn: '2026-06-18',
  size: 48_000,
})
const register = evidence({
  ref: 2,
  title: 'Voluntary sector register',
  shows: 'Three in four contracts are short.',
  strength: 'data',
  handling: 'board',
})
const talk = evidence({
  ref: 10,
  kind: 'link',
  title: 'A talk',
  url: 'https://example.org/talk',
  refersOn: null,
  strength: 'assertion',
})

function rowsOf(items: readonly Evidence[], links: readonly EvidenceLink[]) {
  const byId = <T extends { id: string }>(list: readonly T[]) => new Map(list.map(one => [one.id, one]))
  return evidenceRowsOf(
    { evidence: byId(items), evidenceLinks: byId(links), areas: byId(rowsWith().areas), principles },
    TODAY,
  )
}

const rows = rowsOf(
  [talk, register, agreement],
  [...ties(agreement, [PARTNERS, PARITY], [SYSTEM, WESTMERE]), ...ties(register, [PARTNERS], [ALDERBROOK])],
)

describe('the list of evidence', () => {
  it('AS15: an item shows its areas by name, its principles by number and its age in words', () => {
    expect(rows.map(row => [row.item.ref, row.areas, row.principles, row.age])).toEqual([
      [1, 'Whole system, Westmere', '1, 3', '5 months'],
      [2, 'Alderbrook', '3', '8 weeks'],
      [10, '', '', ''],
    ])
  })

  it('AS16: the heading answers: how many, how many undated, which principles have none', () => {
    expect(evidenceHeading(rows, principles)).toBe('3 items. 1 has no date. Principle 2 has none.')
    expect(evidenceHeading([], principles)).toBe('No evidence yet.')
    expect(evidenceHeading(rowsOf([talk], []), principles)).toBe(
      '1 item. 1 has no date. None is tied to a principle.',
    )
    expect(evidenceHeading(rowsOf([register], ties(register, [PARTNERS], [])), principles)).toBe(
      '1 item. Principles 1 and 2 have none.',
    )
  })

  it('AS17: every column sorts both ways, and what is empty stands last either way', () => {
    const sorted = (column: SortColumn, direction: 'ascending' | 'descending' = 'ascending') =>
      sortRows(rows, { column, direction }).map(row => row.item.ref)
    expect(sorted('ref', 'descending')).toEqual([10, 2, 1])
    expect(sorted('title')).toEqual([10, 1, 2])
    expect(sorted('date')).toEqual([1, 2, 10])
    expect(sorted('date', 'descending')).toEqual([2, 1, 10])
    expect(sorted('strength')).toEqual([10, 1, 2])
    expect(sorted('handling', 'descending')).toEqual([2, 1, 10])
    expect(sorted('areas')).toEqual([2, 1, 10])
    expect(sorted('principles')).toEqual([1, 2, 10])
    expect(sorted('size')).toEqual([1, 2, 10])
    expect(sorted('shows')).toEqual([2, 1, 10])
  })

  it('AS18: filters narrow by principle, area, strength, handling, kind and words, and by what is tied to nothing', () => {
    const left = (filters: Partial<typeof noFilters>) =>
      filterRows(rows, { ...noFilters, ...filters }).map(row => row.item.ref)
    expect(left({})).toEqual([1, 2, 10])
    expect(left({ principleId: PARITY })).toEqual([1])
    expect(left({ principleId: 'none' })).toEqual([10])
    expect(left({ areaId: ALDERBROOK })).toEqual([2])
    expect(left({ areaId: 'none' })).toEqual([10])
    expect(left({ strength: 'data' })).toEqual([2])
    expect(left({ handling: 'board' })).toEqual([2])
    expect(left({ kind: 'link' })).toEqual([10])
    expect(left({ text: ' SHORT contracts ' })).toEqual([2])
    expect(left({ text: 'e-10' })).toEqual([10])
    expect(left({ text: 'example.org' })).toEqual([10])
    expect([isNarrowed(noFilters), isNarrowed({ ...noFilters, kind: 'note' })]).toEqual([false, true])
  })
})

describe('a preview', () => {
  it('AS19: pictures, PDF and text are shown; SVG and HTML as text; what the engine did not recognise is not', () => {
    const kinds = (
      [
        ['chart.png', 'image/png'],
        ['paper.pdf', 'application/pdf'],
        ['list.csv', 'text/csv'],
        ['drawing.svg', 'image/svg+xml'],
        ['page.html', 'text/html'],
        ['run.log', 'application/octet-stream'],
        ['not-really.png', 'application/octet-stream'],
        ['letter.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
        ['setup.exe', 'application/octet-stream'],
      ] as const
    ).map(([fileName, mediaType]) => previewKindOf({ kind: 'file', fileName, mediaType }))
    expect(kinds).toEqual(['image', 'pdf', 'text', 'text', 'text', 'text', 'none', 'none', 'none'])
    expect(previewKindOf({ kind: 'note', fileName: '', mediaType: '' })).toBe('none')
  })

  it('AS20: text is read by its mark, else as UTF-8, else as the Windows code page; no text is shown as no text', () => {
    const utf8 = new TextEncoder().encode('café 😀')
    expect(decodeText(utf8, false)).toBe('café 😀')
    expect(decodeText(utf8.subarray(0, utf8.length - 2), true)).toBe('café ')
    expect(decodeText(new Uint8Array([0x63, 0xe9]), false)).toBe('cé')
    expect(decodeText(new Uint8Array([0xff, 0xfe, 0x41, 0x00]), false)).toBe('A')
    expect(decodeText(new Uint8Array([0x41, 0x00, 0x42]), false)).toBeNull()
  })

  it('AS21: a file is read in pieces the engine gives, from where it is asked, and no further than it goes', async () => {
    const file = new Uint8Array(READ_LIMIT + 300).map((_, index) => index % 251)
    const asked: [number, number][] = []
    const read = async ({ offset, length }: { offset: number; length: number }) => {
      asked.push([offset, length])
      const piece = file.subarray(offset, offset + Math.min(length, READ_LIMIT))
      return { base64: Buffer.from(piece).toString('base64'), size: file.length }
    }
    const client = { evidence: { read } } as unknown as Parameters<typeof readEvidence>[0]
    const bytes = await readEvidence(client, agreement.id, { offset: 100, length: READ_LIMIT * 3 })
    expect(Buffer.from(bytes).equals(Buffer.from(file.subarray(100)))).toBe(true)
    expect(asked).toEqual([
      [100, READ_LIMIT],
      [100 + READ_LIMIT, READ_LIMIT],
    ])
  })
})
