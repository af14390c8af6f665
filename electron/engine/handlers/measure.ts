import type { MeasureId } from '../../../shared/model/ids.ts'
import type { Measure, MeasurePoint } from '../../../shared/model/measure.ts'
import { measureNamed, measuresOf } from '../../../shared/rules/measures.ts'
import { count, localDay, longDate } from '../../../shared/text/dates.ts'
import { figureWords } from '../../../shared/text/typed-number.ts'
import { edit, type Session } from '../session.ts'
import {
  changedFields,
  definedFields,
  deleteRow,
  insertRow,
  listRows,
  listRowsWhere,
  updateRow,
} from '../store/rows.ts'
import { Trouble } from '../trouble.ts'
import { base } from './base.ts'
import { measureWords } from './measure-words.ts'
import { requirePrinciple, requireRow } from './require-row.ts'

/** Measures and their figures. No round holds them: they go on when it is signed off. */
export const measure = {
  add: base.measure.add.handler(({ context: { session, person }, input: { set, ...given } }) => {
    const area = requireRow(session, 'areas', given.areaId)
    const { title } = requirePrinciple(session, given.principleId)
    const id = session.deps.newId() as MeasureId
    const row: Measure = { ...BLANK, ...definedFields(set), id, ...given }
    assertNewName(session, row)
    const subject = area.kind === 'system' ? title : `${title} in ${area.name}`
    const words = { words: `Added the measure ${row.name} for ${subject}`, about: aboutOf(row) }
    return edit(session, person, words, db => insertRow(db, 'measures', row), id)
  }),

  set: base.measure.set.handler(({ context: { session, person }, input: { id, set } }) => {
    const before = requireRow(session, 'measures', id)
    const after = { ...before, ...definedFields(set) }
    assertNewName(session, after)
    const words = { words: measureWords(before, after), about: aboutOf(after) }
    return edit(session, person, words, db => updateRow(db, 'measures', id, changedFields(before, after)))
  }),

  remove: base.measure.remove.handler(({ context: { session, person }, input: { id } }) => {
    const before = requireRow(session, 'measures', id)
    const points = listRowsWhere(session.db, 'measurePoints', 'measureId', id)
    const along = points.length === 0 ? '' : ` with ${count(points.length, 'figure')}`
    const words = { words: `Removed the measure ${before.name}${along}`, about: aboutOf(before) }
    return edit(session, person, words, db => {
      for (const point of points) deleteRow(db, 'measurePoints', point.id)
      deleteRow(db, 'measures', id)
    })
  }),

  addPoint: base.measure.addPoint.handler(({ context: { session, person }, input }) => {
    const of = requireRow(session, 'measures', input.measureId)
    const row: MeasurePoint = { id: session.deps.newId(), ...input }
    assertDay(session, of, row)
    const words = { words: `Added a figure to ${of.name}: ${pointWords(of, row)}`, about: aboutOf(of) }
    return edit(session, person, words, db => insertRow(db, 'measurePoints', row), row.id)
  }),

  setPoint: base.measure.setPoint.handler(({ context: { session, person }, input: { id, set } }) => {
    const before = requireRow(session, 'measurePoints', id)
    const of = requireRow(session, 'measures', before.measureId)
    const after = { ...before, ...definedFields(set) }
    if (after.on !== before.on) assertDay(session, of, after)
    const was = `It was ${pointWords(of, before)}`
    const words = {
      words: `Changed a figure of ${of.name}: ${pointWords(of, after)}. ${was}`,
      about: aboutOf(of),
    }
    return edit(session, person, words, db =>
      updateRow(db, 'measurePoints', id, changedFields(before, after)),
    )
  }),

  removePoint: base.measure.removePoint.handler(({ context: { session, person }, input: { id } }) => {
    const before = requireRow(session, 'measurePoints', id)
    const of = requireRow(session, 'measures', before.measureId)
    const words = { words: `Removed a figure of ${of.name}: ${pointWords(of, before)}`, about: aboutOf(of) }
    return edit(session, person, words, db => deleteRow(db, 'measurePoints', id))
  }),
}

const BLANK = {
  unit: '',
  direction: 'up',
  source: '',
  baseline: null,
  baselineOn: null,
  target: null,
  targetOn: null,
} as const

function assertNewName(session: Session, row: Measure): void {
  const beside = measuresOf({ measures: listRows(session.db, 'measures') }, row)
  const same = measureNamed(
    beside.filter(({ id }) => id !== row.id),
    row.name,
  )
  if (!same) return
  throw new Trouble('REFUSED', `There is already a measure called ${same.name} here. Choose another name.`, {
    field: 'name',
  })
}

/** One figure a day, of days that have been (spec ME3). */
function assertDay(session: Session, of: Measure, row: MeasurePoint): void {
  if (row.on > localDay(new Date(session.deps.now())))
    throw new Trouble(
      'REFUSED',
      `${longDate(row.on)} is still to come. Give a figure the day it was counted for.`,
      { field: 'on' },
    )
  const same = listRowsWhere(session.db, 'measurePoints', 'measureId', of.id).find(
    point => point.on === row.on && point.id !== row.id,
  )
  if (!same) return
  throw new Trouble(
    'REFUSED',
    `There is already a figure for ${longDate(row.on)}: ${figureWords(same.value, of.unit)}. Change that one, or choose another date.`,
    { field: 'on' },
  )
}

function pointWords({ unit }: Measure, { on, value }: MeasurePoint): string {
  return `${figureWords(value, unit)} on ${longDate(on)}`
}

function aboutOf({ areaId, principleId }: Measure) {
  return { areaId, principleId }
}
