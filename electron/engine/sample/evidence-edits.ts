import { createHash } from 'node:crypto'
import type { Evidence } from '../../../shared/model/evidence.ts'
import { mediaTypeOf } from '../../../shared/rules/media-type.ts'
import { replaceLinks } from '../store/evidence-links.ts'
import { insertRow } from '../store/rows.ts'
import { actionIdOf } from './action-edits.ts'
import { insertContent } from './content.ts'
import type { SampleEdit } from './edits.ts'
import { placeEvidence } from './evidence-actions.ts'
import { ratingEvidence } from './evidence-principles.ts'
import type { SampleEvidence } from './evidence-shape.ts'
import { areaIds, principleIdOf } from './places.ts'

type File = { readonly bytes: Uint8Array; readonly hash: string }

/** An edit for each item. References follow the days on which the items were added. */
export function evidenceEdits(): SampleEdit[] {
  const inOrder = [...ratingEvidence, ...placeEvidence].toSorted((a, b) =>
    a.added < b.added ? -1 : a.added > b.added ? 1 : 0,
  )
  return inOrder.map((sample, index) => {
    const file = fileOf(sample)
    const item = itemOf(sample, index + 1, file)
    const targets = {
      areaIds: sample.areas.map(where => areaIds[where]),
      principleIds: sample.principles.map(principleIdOf),
      actionIds: (sample.actions ?? []).map(actionIdOf),
    }
    return {
      on: sample.added,
      words: wordsOf(item),
      about: { evidenceId: item.id, areaId: targets.areaIds[0], principleId: targets.principleIds[0] },
      work: (db, at) => {
        if (file) insertContent(db, file)
        insertRow(db, 'evidence', { ...item, addedAt: at })
        replaceLinks(db, item.id, targets)
      },
    }
  })
}

function fileOf({ source }: SampleEvidence): File | null {
  if (!('file' in source)) return null
  const bytes = source.bytes()
  return { bytes, hash: createHash('sha256').update(bytes).digest('hex') }
}

function itemOf(sample: SampleEvidence, ref: number, file: File | null): Evidence {
  const { source } = sample
  const fileName = 'file' in source ? source.file : ''
  return {
    id: `sample-evidence-${ref}` as Evidence['id'],
    ref,
    kind: 'file' in source ? 'file' : 'url' in source ? 'link' : 'note',
    title: sample.title,
    shows: sample.shows,
    refersOn: sample.on,
    strength: sample.strength,
    handling: sample.handling,
    url: 'url' in source ? source.url : '',
    note: 'note' in source ? source.note : '',
    fileName,
    mediaType: file ? mediaTypeOf(fileName, file.bytes) : '',
    size: file?.bytes.length ?? 0,
    contentHash: file?.hash ?? '',
    addedAt: '',
  }
}

function wordsOf(item: Evidence): string {
  if (item.kind === 'file') return `Attached ${item.fileName}`
  return item.kind === 'link' ? `Added the link ${item.title}` : `Added the note ${item.title}`
}
