import { parse } from 'postcode'
import type { Found } from '../../../shared/rules/identifiers/found.ts'

/** Capitals with or without a space; small letters only with one. The last two letters are never C, I, K, M, O or V. */
const CANDIDATE =
  /(?<![A-Za-z0-9-])(?:[A-Z]{1,2}\d[A-Z\d]?[ \u00a0]{0,2}\d[ABD-HJLNP-UW-Z]{2}|[A-Za-z]{1,2}\d[A-Za-z\d]?[ \u00a0]{1,2}\d[ABD-HJLNP-UW-Zabd-hjlnp-uw-z]{2})(?![A-Za-z0-9])/g

/** The letters every postcode begins with. Codes of wards and trusts have others: RW1 2AB is none. */
const AREAS = new Set(
  (
    'AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G ' +
    'GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW ' +
    'OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD ' +
    'WF WN WR WS WV YO ZE'
  ).split(' '),
)

/** Whole UK postcodes, no outward code alone. `2nd` after a code such as L3 is an ordinal. */
export function findPostcodes(text: string): Found[] {
  const finds: Found[] = []
  for (const match of text.matchAll(CANDIDATE)) {
    const [found] = match
    const area = /^[A-Za-z]+/.exec(found)![0].toUpperCase()
    if (!AREAS.has(area) || /\d(?:st|nd|rd|th)$/.test(found) || !parse(found).valid) continue
    const start = match.index
    finds.push({
      kind: 'postcode',
      start,
      end: start + found.length,
      text: found,
      why: 'A whole one, of a postcode area that there is.',
    })
  }
  return finds
}
