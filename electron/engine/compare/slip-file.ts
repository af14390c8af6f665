import type { ReviewFile } from '../../../shared/model/review.ts'
import type { Slip } from '../../../shared/model/slip.ts'
import { count } from '../../../shared/text/dates.ts'
import { organisationWords } from '../../../shared/text/words.ts'
import type { ComparedAddition, RowWrite } from './comparison.ts'
import type { CompareInput, ReturnedFile } from './input.ts'
import { slipOf } from './slip.ts'
import { textValue } from './value.ts'

/** What a slip comes to on the list: how much it answers, and the slip as something to take in. Its levels stay hidden. */
export function slipFile(
  file: ReturnedFile & { readonly book: NonNullable<ReturnedFile['book']> },
  input: CompareInput,
  there: readonly Slip[],
):
  | { readonly problem: string }
  | { readonly file: Partial<ReviewFile>; readonly slip: Slip; readonly addition: ComparedAddition } {
  const read = slipOf(file, input, there)
  if (read.kind === 'refused') return { problem: read.problem }
  const { slip, answers, area, remarks } = read
  const marks = input.sentFiles.find(({ id }) => id === slip.sentFileId) ?? file.book.marks
  const answered = answers.filter(({ level }) => level !== null).length
  const organisation = organisationWords[slip.organisationType]
  return {
    slip,
    file: {
      kind: 'slip',
      sentFileId: slip.sentFileId || null,
      forWhom: slip.name,
      sentAt: marks?.madeAt ?? null,
      remarks: [...remarks, ...file.book.remarks],
      answered,
    },
    addition: {
      addition: {
        id: `slip:${file.id}`,
        fileId: file.id,
        collection: 'slips',
        title:
          slip.name === '' ? `Rating slip for ${area.name}` : `Rating slip of ${slip.name} for ${area.name}`,
        kind: 'Rating slip',
        principleId: null,
        fields: [
          { header: 'Organisation', value: textValue(organisation) },
          { header: 'Answered', value: textValue(count(answered, 'principle')) },
        ],
        needsPrinciple: false,
        problem: '',
        remarks: ['Its levels stay hidden until the votes are revealed.'],
      },
      writes: (): RowWrite[] => [
        { op: 'insert', collection: 'slips', row: slip },
        ...answers.map((row): RowWrite => ({ op: 'insert', collection: 'slipAnswers', row })),
      ],
      contentHashes: [],
    },
  }
}
