import type { AreaId } from '../../../shared/model/ids.ts'
import { count } from '../../../shared/text/dates.ts'
import { edit } from '../session.ts'
import type { WritableDb } from '../store/database.ts'
import { deleteRow, insertRow, listRows, listRowsWhere, updateRow } from '../store/rows.ts'
import { Trouble } from '../trouble.ts'
import { base } from './base.ts'
import { requireRow } from './require-row.ts'

/** Places, and the name of the system’s own area. */
export const area = {
  addPlace: base.area.addPlace.handler(({ context: { session, person }, input: { name } }) => {
    const areas = listRows(session.db, 'areas')
    assertNewName(areas, name)
    const id = session.deps.newId() as AreaId
    const position = Math.max(...areas.map(existing => existing.position)) + 1
    const words = { words: `Added the place ${name}`, about: { areaId: id } }
    return edit(
      session,
      person,
      words,
      db => insertRow(db, 'areas', { id, kind: 'place', name, position }),
      id,
    )
  }),

  rename: base.area.rename.handler(({ context: { session, person }, input: { id, name } }) => {
    const before = requireRow(session, 'areas', id)
    assertNewName(
      listRows(session.db, 'areas').filter(other => other.id !== id),
      name,
    )
    const words = { words: `Renamed ${before.name} to ${name}`, about: { areaId: id } }
    return edit(session, person, words, db => {
      updateRow(db, 'areas', id, { name })
      if (before.kind === 'system') updateRow(db, 'workbook', 'workbook', { systemName: name })
    })
  }),

  removePlace: base.area.removePlace.handler(({ context: { session, person }, input: { id } }) => {
    const place = requireRow(session, 'areas', id)
    if (place.kind === 'system') {
      throw new Trouble('REFUSED', 'The system itself cannot be removed. Rename it instead.')
    }
    const actions = listRowsWhere(session.db, 'actions', 'areaId', id)
    if (actions.length > 0) {
      const many = count(actions.length, 'action')
      throw new Trouble(
        'REFUSED',
        `${place.name} still has ${many}. Move them to another area or remove them first.`,
      )
    }
    const words = { words: `Removed the place ${place.name}`, about: { areaId: id } }
    return edit(session, person, words, db => removeWithRatings(db, id))
  }),
}

function removeWithRatings(db: WritableDb, id: AreaId): void {
  for (const rating of listRowsWhere(db, 'ratings', 'areaId', id)) {
    for (const vote of listRowsWhere(db, 'votes', 'ratingId', rating.id)) deleteRow(db, 'votes', vote.id)
    deleteRow(db, 'ratings', rating.id)
  }
  for (const slip of listRowsWhere(db, 'slips', 'areaId', id)) {
    for (const answer of listRowsWhere(db, 'slipAnswers', 'slipId', slip.id))
      deleteRow(db, 'slipAnswers', answer.id)
    deleteRow(db, 'slips', slip.id)
  }
  for (const collection of ['participants', 'rooms', 'roomSteps', 'parked'] as const)
    for (const row of listRowsWhere(db, collection, 'areaId', id)) deleteRow(db, collection, row.id)
  for (const measure of listRowsWhere(db, 'measures', 'areaId', id)) {
    for (const point of listRowsWhere(db, 'measurePoints', 'measureId', measure.id)) {
      deleteRow(db, 'measurePoints', point.id)
    }
    deleteRow(db, 'measures', measure.id)
  }
  for (const link of listRowsWhere(db, 'evidenceLinks', 'areaId', id)) deleteRow(db, 'evidenceLinks', link.id)
  deleteRow(db, 'areas', id)
}

function assertNewName(areas: readonly { readonly name: string }[], name: string): void {
  const same = areas.find(existing => existing.name.toLowerCase() === name.toLowerCase())
  if (!same) return
  throw new Trouble('REFUSED', `There is already an area called ${same.name}. Choose another name.`, {
    field: 'name',
  })
}
