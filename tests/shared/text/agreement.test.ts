import { expect, it } from 'vitest'
import { agreementOf } from '../../../shared/rules/agreement.ts'
import { AGREEMENT_RULE, agreementBrief, agreementWords } from '../../../shared/text/agreement.ts'

it('AG7: a verdict is shown with the median, the range, the numbers behind it and the rule', () => {
  expect(agreementWords(agreementOf([0, 4, 4, 4, 0]))).toEqual({
    verdict: 'Agreed',
    median: 'Median 2',
    range: 'Range 1 to 3',
    why: '0 of 12 votes are outside 1 to 3: fewer than a third, so agreed.',
    rule: AGREEMENT_RULE,
  })
  expect(agreementWords(agreementOf([2, 0, 1, 0, 0]))).toMatchObject({
    verdict: 'Split',
    median: 'Median 0',
    why: '1 of 3 votes is outside 0 to 1: a third or more, so split.',
  })
})

it('AG7: too few votes and no votes are said as such', () => {
  expect(agreementWords(agreementOf([0, 0, 0, 1, 0]))).toMatchObject({
    verdict: 'Too few votes to say',
    range: 'All at 3',
    why: '1 vote: the rule needs at least three.',
  })
  expect(agreementWords(agreementOf([0, 0, 0, 0, 0]))).toMatchObject({ verdict: 'No votes', median: '' })
})

it('AG8: on a card a split says its range', () => {
  const brief = [[0, 3, 0, 3, 0] as const, [0, 0, 3, 0, 0] as const, [0, 0, 1, 0, 0] as const].map(tally =>
    agreementBrief(agreementOf(tally)),
  )
  expect(brief).toEqual(['Split 1 to 3', 'Agreed', 'Too few votes to say'])
})
