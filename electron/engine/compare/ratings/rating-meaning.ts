import type { Rating } from '../../../../shared/model/rating.ts'
import {
  changeReasonWords,
  confidenceWords,
  organisationWords,
  ratingStateWords,
} from '../../../../shared/text/words.ts'
import type { SheetFacts } from '../../exchange/board/board-facts.ts'
import { dayMeaning, levelValue, type Meaning, textMeaning, textValue } from '../value.ts'

/** What a rating holds in a column a person may change. Level and state are one. */
export function ratingMeaning(columnId: string, rating: Rating, facts: SheetFacts): Meaning {
  switch (columnId) {
    case 'level':
      return rating.state === 'rated'
        ? { key: `rated ${rating.level}`, value: levelValue(rating.level, facts) }
        : { key: rating.state, value: textValue(ratingStateWords[rating.state]) }
    case 'target':
      return { key: String(rating.targetLevel ?? ''), value: levelValue(rating.targetLevel, facts) }
    case 'targetDate':
      return dayMeaning(rating.targetDate)
    case 'reason':
      return textMeaning(rating.state === 'not-applicable' ? rating.notApplicableReason : rating.reason)
    case 'confidence':
      return worded(rating.confidence, confidenceWords)
    case 'minority':
      return textMeaning(rating.minorityView)
    case 'minorityFrom':
      return worded(rating.minorityType, organisationWords)
    case 'changeReason':
      return worded(rating.changeReason, changeReasonWords)
    default:
      return textMeaning(rating.changeNote)
  }
}

function worded<K extends string>(key: K | null, words: Readonly<Record<K, string>>): Meaning {
  return { key: key ?? '', value: textValue(key === null ? '' : words[key]) }
}
