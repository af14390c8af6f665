import type { Day } from '../../../shared/model/fields.ts'
import type { ReviewFile } from '../../../shared/model/review.ts'
import type { SentFile } from '../../../shared/model/sent-file.ts'
import type { Slip } from '../../../shared/model/slip.ts'
import type { EditContext } from '../../../shared/rules/typed-cell.ts'
import { withFormerNames } from '../../../shared/text/choices.ts'
import { basesOf } from './base.ts'
import type { CellChange } from './cell-change.ts'
import type { ComparedAddition, Comparison } from './comparison.ts'
import { counted } from './counted.ts'
import type { FileAt } from './file-at.ts'
import type { CompareInput, ReturnedFile } from './input.ts'
import { longTextsOf } from './long-text.ts'
import { merged } from './merge.ts'
import { readPlan } from './plan/read-plan.ts'
import { readRatings } from './ratings/read-ratings.ts'
import { isSlip } from './slip.ts'
import { slipFile } from './slip-file.ts'
import type { State } from './state.ts'
import { dayOfFile, fromElsewhere, whichFile } from './which-file.ts'

/** What returned Excel files would change in the workbook as it is now: each cell against what was sent and what is here. */
export function compareBooks(input: CompareInput): Comparison {
  const steps = comparing(input)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** The same in steps, between which others may have a turn: a plan of thousands takes a good part of a second. */
export function* comparing(input: CompareInput): Generator<undefined, Comparison> {
  const { rows } = input.now
  const bases = basesOf(input)
  const sentById = new Map<string, SentFile>(input.sentFiles.map(sent => [sent.id, sent]))
  const files: ReviewFile[] = []
  const changes: CellChange[] = []
  const additions: ComparedAddition[] = []
  const slips: Slip[] = [...rows.slips]
  for (const file of input.files) {
    yield
    const { id, name, book } = file
    if (!book) {
      files.push(refused(file, file.problem))
      continue
    }
    const elsewhere = fromElsewhere(book, input)
    if (elsewhere) {
      files.push(refused(file, elsewhere))
      continue
    }
    if (isSlip(book)) {
      const slip = slipFile({ ...file, book }, input, slips)
      if ('problem' in slip) files.push(refused(file, slip.problem, 'slip'))
      else {
        files.push({ ...blankFile(file), ...slip.file })
        additions.push(slip.addition)
        slips.push(slip.slip)
      }
      continue
    }
    const which = whichFile(book, input, bases)
    if (which.kind === 'refused') {
      files.push(refused(file, which.problem))
      continue
    }
    yield
    const { base, sentFile, forWhom } = which
    const now = bases.now(base.sentAs)
    const at: FileAt = {
      id,
      name,
      book,
      sentFile,
      base,
      now,
      forWhom,
      author: forWhom || book.lastModifiedBy,
      by: forWhom || name,
      day: dayOfFile(book, base.sentAs.madeOn, input.today),
      context: contextOf(base.state, now, input.today),
      longTexts: longTextsOf(book),
      baseOf: sentFileId => {
        const sent = sentById.get(sentFileId)
        return sent ? bases.ofSent(sent) : null
      },
    }
    yield
    const plan = readPlan(at)
    yield
    const ratings = readRatings(at)
    changes.push(...plan.changes, ...ratings.changes)
    additions.push(...plan.additions)
    files.push({
      ...blankFile(file),
      kind: base.sentAs.kind,
      sentFileId: sentFile?.id ?? base.sentFileId,
      forWhom,
      sentAt: base.sentAs.madeAt,
      remarks: [...which.remarks, ...book.remarks, ...plan.remarks, ...ratings.remarks],
    })
  }
  yield
  return counted({ files, changes: merged(changes, input), additions })
}

/** How typed cells are understood: in the words of now, and those the file was sent with. */
function contextOf(then: State, now: State, today: Day): EditContext {
  return {
    choices: {
      ...now.choices,
      place: withFormerNames(now.choices.place, then.choices.place),
      status: withFormerNames(now.choices.status, then.choices.status),
    },
    today,
  }
}

function refused(file: ReturnedFile, problem: string, kind: ReviewFile['kind'] = null): ReviewFile {
  return { ...blankFile(file), state: 'refused', problem, kind }
}

function blankFile({ id, name }: ReturnedFile): ReviewFile {
  return {
    id,
    name,
    state: 'read',
    problem: '',
    kind: null,
    sentFileId: null,
    forWhom: '',
    sentAt: null,
    remarks: [],
    changed: 0,
    conflicts: 0,
    unreadable: 0,
    added: 0,
    answered: 0,
  }
}
