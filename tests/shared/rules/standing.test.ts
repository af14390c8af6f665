import { expect, it } from 'vitest'
import { isClosed, standingOf } from '../../../shared/rules/standing.ts'
import { standingWords } from '../../../shared/text/standing.ts'

const closing = new Set(['done', 'embedded'])
const today = '2026-11-24'

function words(statusId: string, label: string, dueOn: string | null, startOn: string | null = null) {
  return standingWords(standingOf({ statusId, dueOn, startOn }, closing, today), label)
}

it('SD1: a late action says how late, and a status that says all is well disagrees', () => {
  expect(words('on-track', 'Green: on track', '2026-10-14')).toEqual({
    main: '41 days late',
    aside: 'but says green',
  })
  expect(words('not-started', 'Not started', '2026-11-23')).toEqual({
    main: '1 day late',
    aside: 'but says not started',
  })
})

it('SD2: red and waiting own up to it', () => {
  expect(words('off-track', 'Red: off track', '2026-10-31').aside).toBe('')
  expect(words('waiting', 'Waiting on others', '2026-10-31').aside).toBe('')
})

it('SD3: the due day itself is not late', () => {
  expect(words('on-track', 'Green: on track', today).main).toBe('Due today')
  expect(words('on-track', 'Green: on track', '2027-01-31').main).toBe('68 days to go')
})

it('SD4: what has not started says when it starts', () => {
  expect(words('not-started', 'Not started', '2027-06-30', '2027-01-04').main).toBe('Starts 4 Jan 2027')
  expect(words('not-started', 'Not started', '2027-06-30', '2026-01-04').main).toBe('218 days to go')
})

it('SD5: done waits for a check, embedded is closed, neither is ever late', () => {
  expect(words('done', 'Done: to be checked', '2026-01-01').main).toBe('Not checked yet')
  expect(words('embedded', 'Blue: embedded', '2026-01-01').main).toBe('Checked, closed')
  expect(isClosed(standingOf({ statusId: 'done', dueOn: '2026-01-01', startOn: null }, closing, today))).toBe(
    true,
  )
})

it('SD6: no due date says so', () => {
  expect(words('on-track', 'Green: on track', null).main).toBe('No due date')
})
