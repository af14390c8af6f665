import type { DecisionKind } from '../model/decision.ts'
import type { EvidenceKind, Handling, Strength } from '../model/evidence.ts'
import type { ChangeReason, Confidence, OrganisationType, VoteFrom } from '../model/rating.ts'
import type { SentKind } from '../model/sent-file.ts'

/** How each choice of the model is said to people. One spelling for the screens, the exports and history. */
export const strengthWords = {
  assertion: 'Assertion',
  document: 'Document',
  data: 'Data',
  checked: 'Independently checked',
} as const satisfies Record<Strength, string>

export const handlingWords = {
  share: 'Share',
  board: 'Board only',
  keep: 'Keep here',
} as const satisfies Record<Handling, string>

/** What each handling mark means for those outside. */
export const handlingMeanings = {
  share: 'Goes into every export.',
  board: 'Goes into exports for the board, and no others.',
  keep: 'Never leaves this workbook.',
} as const satisfies Record<Handling, string>

export const evidenceKindWords = {
  file: 'File',
  link: 'Link',
  note: 'Note',
} as const satisfies Record<EvidenceKind, string>

export const confidenceWords = {
  low: 'Low',
  medium: 'Medium',
  high: 'High',
} as const satisfies Record<Confidence, string>

/** What a board said back. */
export const decisionWords = {
  agreed: 'Agreed',
  challenged: 'Challenged',
  asked: 'Asked for',
} as const satisfies Record<DecisionKind, string>

/** The state of a rating in words; a level stands in a column of its own. */
export const ratingStateWords = {
  rated: 'Rated',
  'not-discussed': 'Not discussed',
  'not-applicable': 'Not applicable',
} as const

export const changeReasonWords = {
  'real-change': 'Real change',
  'better-evidence': 'Better evidence',
  misjudged: 'We misjudged',
  'different-people': 'Different people',
} as const satisfies Record<ChangeReason, string>

export const organisationWords = {
  commissioner: 'Commissioner',
  'mental-health-trust': 'Mental health trust',
  'acute-trust': 'Acute trust',
  community: 'Community',
  'primary-care': 'Primary care',
  council: 'Council',
  'voluntary-sector': 'Voluntary sector',
  'lived-experience': 'Lived experience or carer',
  other: 'Other',
} as const satisfies Record<OrganisationType, string>

/** Whose a view is, where the type would be a name. */
export const A_SMALL_GROUP = 'A group under three'

/** What left and may come back: one of them, and several in the middle of a sentence. */
export const sentKindWords = {
  board: { one: 'Board workbook', many: 'board workbooks' },
  plan: { one: 'Plan to fill in', many: 'plans to fill in' },
  owner: { one: 'Owner workbook', many: 'owner workbooks' },
  slip: { one: 'Rating slip', many: 'rating slips' },
  full: { one: 'Full copy', many: 'full copies' },
  light: { one: 'Light copy', many: 'light copies' },
  redacted: { one: 'Redacted copy', many: 'redacted copies' },
} as const satisfies Record<SentKind, { one: string; many: string }>

/** What a file that came back is. */
export const returnedKindWords = {
  board: sentKindWords.board.one,
  plan: sentKindWords.plan.one,
  owner: sentKindWords.owner.one,
  slip: sentKindWords.slip.one,
  full: sentKindWords.full.one,
  light: sentKindWords.light.one,
  redacted: sentKindWords.redacted.one,
  copy: 'Another copy of this workbook',
} as const satisfies Record<SentKind | 'copy', string>

/** Where hands came from, in words. */
export const voteFromWords = { ...organisationWords, room: 'The whole room' } as const satisfies Record<
  VoteFrom,
  string
>
