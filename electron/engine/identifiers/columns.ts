import type { CollectionName } from '../../../shared/model/snapshot.ts'

/** Each column of text that is looked through, and what people call it. A new one is listed here or below. */
export const searched: Readonly<Partial<Record<CollectionName, Readonly<Record<string, string>>>>> = {
  workbook: { systemName: 'Name of the system', systemKindOther: 'Kind of system' },
  statuses: { label: 'Status word', meaning: 'Meaning of the status' },
  areas: { name: 'Name of the place' },
  rounds: { name: 'Name of the round', signedOffBy: 'Signed off by' },
  ratings: {
    reason: 'Reason',
    notApplicableReason: 'Why not applicable',
    minorityView: 'Minority view',
    changeNote: 'Note on change',
  },
  evidence: { title: 'Title', shows: 'What it shows', url: 'Link', note: 'Note', fileName: 'File name' },
  actions: {
    title: 'Action',
    gap: 'Gap',
    successMeasure: 'Measure of success',
    baseline: 'Baseline',
    owner: 'Owner',
    ownerRole: 'Owner’s role',
    sponsor: 'Sponsor',
    partners: 'Partners',
    resources: 'Resources',
    risk: 'Risk',
    mitigation: 'Mitigation',
    evidenceNote: 'Evidence',
    verifiedBy: 'Verified by',
    governance: 'Governance',
  },
  updates: { text: 'Progress', author: 'Author of progress' },
  measures: { name: 'Measure', unit: 'Unit', source: 'Source' },
  sentFiles: { forWhom: 'Sent to', fileName: 'File sent', returnedName: 'File that came back' },
  slips: { name: 'Name on a slip', fileName: 'File of a slip' },
  slipAnswers: { reason: 'Reason on a slip' },
  decisions: { text: 'What the board said', meeting: 'Meeting' },
  participants: { name: 'Person in the room' },
  parked: { text: 'Parked' },
  origins: { madeBy: 'Who made this copy' },
}

/** Columns that are there to name who answers for something: a name in one of them is no surprise to anybody. */
export const namesPeople: Readonly<Partial<Record<CollectionName, readonly string[]>>> = {
  rounds: ['signedOffBy'],
  actions: ['owner', 'sponsor', 'verifiedBy'],
  updates: ['author'],
  sentFiles: ['forWhom'],
  origins: ['madeBy'],
}

/** Columns of text that hold nothing anybody typed, and why. */
export const notSearched: Readonly<Record<string, string>> = {
  'workbook.uid': 'made by Ninefold',
  'workbook.frameworkId': 'of the framework',
  'workbook.frameworkVersion': 'of the framework',
  'workbook.frameworkHash': 'a hash',
  'statuses.code': 'at most three letters',
  'statuses.fill': 'a colour',
  'statuses.textColour': 'a colour',
  'evidence.mediaType': 'told from the bytes of the file',
  'evidence.contentHash': 'a hash',
  'actions.levelOfNeed': 'an id of the framework',
  'sentFiles.fingerprint': 'a hash',
  'slips.sentFileId': 'a return code',
  'slips.fileHash': 'a hash',
  'origins.fromUid': 'made by Ninefold',
  'origins.leftOut': 'sentences of Ninefold',
}
