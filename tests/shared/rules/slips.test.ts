import { expect, it } from 'vitest'
import type { SentFile } from '../../../shared/model/sent-file.ts'
import type { Slip } from '../../../shared/model/slip.ts'
import { slipsOf } from '../../../shared/rules/slips.ts'
import { ALDERBROOK, ROUND, rowsWith, SYSTEM } from '../../helpers/rows.ts'

const at = { roundId: ROUND, areaId: SYSTEM }

function sent(id: string, forWhom: string, more: Partial<SentFile> = {}): SentFile {
  const when = { madeAt: '2026-11-10T09:00:00.000Z', madeOn: '2026-11-10', editSeq: 1 } as const
  const file = {
    fileName: `${id}.xlsx`,
    fingerprint: id,
    rowCount: 9,
    view: 'full',
    readers: 'others',
  } as const
  const back = { isAwaited: true, returnedAt: null, returnedName: '', hasRatings: true } as const
  return { id, kind: 'slip', forWhom, ...at, ...when, ...file, ...back, ...more }
}

function slip(id: string, name: string, more: Partial<Slip> = {}): Slip {
  const file = { sentFileId: '', fileName: `${id}.xlsx`, fileHash: id, readAt: '2026-11-20T09:00:00.000Z' }
  return { id, ...at, ...file, name, organisationType: 'council', ...more }
}

it('RM16: how many came in and who has not answered, and nothing else', () => {
  const rows = rowsWith({
    sentFiles: [
      sent('S1', 'Sunita Rao'),
      sent('S2', 'helen marsh '),
      sent('S3', 'Helen Marsh'),
      sent('S4', ''),
      sent('S5', 'Owen Price'),
      sent('S6', 'Not expected', { isAwaited: false }),
      sent('S7', 'Another place', { areaId: ALDERBROOK }),
      sent('P1', 'The plan', { kind: 'plan' }),
      sent('S8', 'By code'),
    ],
    slips: [
      slip('a', ' sunita  RAO'),
      slip('b', 'Somebody else', { sentFileId: 'S8' }),
      slip('c', 'Owen Price', { areaId: ALDERBROOK }),
    ],
  })
  expect(slipsOf(rows, at)).toEqual({ cameIn: 2, notAnswered: ['Helen Marsh', 'Owen Price'] })
  expect(slipsOf(rowsWith(), at)).toEqual({ cameIn: 0, notAnswered: [] })
})
