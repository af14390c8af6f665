import type { Rating } from '../model/rating.ts'
import { changeReasonWords, ratingStateWords } from './words.ts'

/**
 * How a rating differs from the last round's, as a sentence or two with the reason given, such as `Up from 2 to 3. Better evidence.`;
 * `null` when it does not. No rating means the same as one not discussed.
 */
export function ratingChangeWords(before: Rating | undefined, now: Rating | undefined): string | null {
  const [was, is] = [levelOf(before), levelOf(now)]
  const [stateWas, stateIs] = [before?.state ?? 'not-discussed', now?.state ?? 'not-discussed']
  if (was === is && stateWas === stateIs) return null
  const reason = now?.changeReason ? `${changeReasonWords[now.changeReason]}. ` : ''
  const note = now?.changeNote ?? ''
  const words =
    was !== null && is !== null
      ? `${is > was ? 'Up' : 'Down'} from ${was} to ${is}. ${reason || 'No reason was given. '}${note}`
      : `Was ${said(stateWas, was)}, now ${said(stateIs, is)}. ${reason}${note}`
  return words.trim()
}

function levelOf(rating: Rating | undefined): number | null {
  return rating?.state === 'rated' ? rating.level : null
}

function said(state: Rating['state'], level: number | null): string {
  return level === null ? ratingStateWords[state].toLowerCase() : `level ${level}`
}
