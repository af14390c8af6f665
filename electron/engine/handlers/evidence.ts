import type { Evidence, EvidenceTargets } from '../../../shared/model/evidence.ts'
import type { EvidenceId } from '../../../shared/model/ids.ts'
import { refOf } from '../../../shared/text/names.ts'
import { assertHeld } from '../copies/held.ts'
import { edit, type PlannedEdit, type Session } from '../session.ts'
import { readPiece } from '../store/content.ts'
import type { WritableDb } from '../store/database.ts'
import { linksOf, replaceLinks } from '../store/evidence-links.ts'
import { nextRef } from '../store/refs.ts'
import { deleteRow, findRow, insertRow, updateRow } from '../store/rows.ts'
import { Trouble } from '../trouble.ts'
import { base } from './base.ts'
import { requireRow } from './require-row.ts'

/** Links, notes, what is said of an item and what it backs. Files come in by the control door. */
export const evidence = {
  addLink: base.evidence.addLink.handler(({ context: { session, person }, input }) => {
    const url = parseLink(input.url)
    const title = input.title ?? `${url.host}${url.pathname === '/' ? '' : url.pathname}`.slice(0, 1000)
    const item = { ...blankEvidence(session), kind: 'link', title, url: url.href } as const
    return addEvidence(session, person, item, input.targets, `Added the link ${title}`)
  }),

  addNote: base.evidence.addNote.handler(({ context: { session, person }, input }) => {
    const item = { ...blankEvidence(session), kind: 'note', title: input.title, note: input.note } as const
    return addEvidence(session, person, item, input.targets, `Added the note ${input.title}`)
  }),

  set: base.evidence.set.handler(({ context: { session, person }, input: { id, set } }) => {
    const before = requireRow(session, 'evidence', id)
    const url = set.url === undefined || before.kind !== 'link' ? undefined : parseLink(set.url).href
    const words = `Changed ${refOf('evidence', before.ref)} ${set.title ?? before.title}`
    return edit(session, person, { words, about: { evidenceId: id } }, db =>
      updateRow(db, 'evidence', id, { ...set, url }),
    )
  }),

  tie: base.evidence.tie.handler(({ context: { session, person }, input: { id, targets } }) => {
    const item = requireRow(session, 'evidence', id)
    assertTargets(session, targets)
    const words = `Changed what ${refOf('evidence', item.ref)} ${item.title} backs`
    return edit(session, person, { words, about: { evidenceId: id } }, db => replaceLinks(db, id, targets))
  }),

  remove: base.evidence.remove.handler(({ context: { session, person }, input: { id } }) => {
    const item = requireRow(session, 'evidence', id)
    const words = `Removed ${refOf('evidence', item.ref)} ${item.title}`
    return edit(session, person, { words, about: { evidenceId: id } }, db => {
      for (const link of linksOf(db, id)) deleteRow(db, 'evidenceLinks', link.id)
      deleteRow(db, 'evidence', id)
    })
  }),

  read: base.evidence.read.handler(({ context: { session }, input: { id, offset, length } }) => {
    const item = requireRow(session, 'evidence', id)
    assertHeld(session, item)
    const bytes =
      item.kind === 'file' ? readPiece(session.db, item.contentHash, offset, length) : new Uint8Array()
    return { base64: Buffer.from(bytes).toString('base64'), size: item.size }
  }),
}

function addEvidence(
  session: Session,
  person: Parameters<typeof edit>[1],
  item: Evidence,
  targets: EvidenceTargets,
  words: string,
) {
  const planned = evidenceEdit(session, item, targets, words)
  return edit(session, person, planned, planned.work, item.id)
}

/** The edit that puts an item and what it backs into the workbook. */
export function evidenceEdit(
  session: Session,
  item: Evidence,
  targets: EvidenceTargets,
  words: string,
): PlannedEdit {
  assertTargets(session, targets)
  const about = { evidenceId: item.id, principleId: targets.principleIds[0], areaId: targets.areaIds[0] }
  return { words, about, id: item.id, work: db => insertEvidence(db, item, targets) }
}

/** The rows of one new item, numbered. Runs inside an edit. */
function insertEvidence(db: WritableDb, item: Evidence, targets: EvidenceTargets): void {
  // Its bytes came in a moment ago: a light copy holds this file from here on.
  if (item.contentHash && findRow(db, 'leftOutFiles', item.contentHash))
    deleteRow(db, 'leftOutFiles', item.contentHash)
  insertRow(db, 'evidence', { ...item, ref: nextRef(db, 'evidence') })
  replaceLinks(db, item.id, targets)
}

/** An item about which nothing is known yet. */
export function blankEvidence(session: Session): Evidence {
  return {
    id: session.deps.newId() as EvidenceId,
    ref: 1,
    kind: 'file',
    title: '',
    shows: '',
    refersOn: null,
    strength: 'document',
    handling: 'share',
    url: '',
    note: '',
    fileName: '',
    mediaType: '',
    size: 0,
    contentHash: '',
    addedAt: session.deps.now(),
  }
}

/** Every area and action named must be there: another window may have removed one. */
export function assertTargets(session: Session, targets: EvidenceTargets): void {
  for (const id of targets.areaIds) requireRow(session, 'areas', id)
  for (const id of targets.actionIds) requireRow(session, 'actions', id)
}

function parseLink(text: string): URL {
  const url = URL.parse(text.includes(':') ? text : `https://${text}`)
  if (url && ['http:', 'https:', 'mailto:'].includes(url.protocol)) return url
  throw new Trouble(
    'REFUSED',
    'That is not a web address Ninefold can keep. It begins with https, http or mailto.',
    {
      field: 'url',
    },
  )
}
