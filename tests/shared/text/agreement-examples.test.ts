import { expect, it } from 'vitest'
import { agreementWordsOf } from '../../../shared/text/agreement.ts'
import { AGREEMENT_EXAMPLES, tallyWords } from '../../../shared/text/agreement-examples.ts'

it('RM28: the worked examples of the help page are what the rule makes of them', () => {
  const said = AGREEMENT_EXAMPLES.map(({ tally }) => {
    const { verdict, median, why } = agreementWordsOf(tally)
    return `${tallyWords(tally)}: ${verdict}, ${median}. ${why}`
  })
  expect(said).toEqual([
    '2 at level 1, 8 at level 2 and 2 at level 3: Agreed, Median 2. 0 of 12 votes are outside 1 to 3: fewer than a third, so agreed.',
    '1 at level 0, 6 at level 1, 4 at level 2 and 1 at level 3: Agreed, Median 1. 1 of 12 votes is outside 0 to 2: fewer than a third, so agreed.',
    '6 at level 1, 2 at level 2 and 4 at level 4: Split, Median 1. 4 of 12 votes are outside 0 to 2: a third or more, so split.',
    '5 at level 0, 1 at level 1, 1 at level 3 and 5 at level 4: Split, Median 1. 6 of 12 votes are outside 0 to 2: a third or more, so split.',
    '1 at level 1 and 1 at level 3: Too few votes to say, Median 1. 2 votes: the rule needs at least three.',
  ])
})
