import type { z } from 'zod'
import { collectionNames } from '../../../shared/model/collection-names.ts'
import { type CollectionName, collections } from '../../../shared/model/snapshot.ts'

/** How a collection of the model is kept: its table, its columns and the order people expect. */
export type Table = {
  readonly collection: CollectionName
  readonly name: string
  readonly columns: readonly Column[]
  readonly orderBy: string
}

type Column = { readonly field: string; readonly column: string; readonly isBoolean: boolean }

const placement: Record<CollectionName, readonly [table: string, orderBy: string]> = {
  workbook: ['workbook', 'id'],
  statuses: ['status', 'position'],
  areas: ['area', 'position'],
  rounds: ['round', 'position'],
  ratings: ['rating', 'rowid'],
  votes: ['vote', 'rowid'],
  evidence: ['evidence', 'ref'],
  evidenceLinks: ['evidence_link', 'rowid'],
  actions: ['action', 'ref'],
  updates: ['action_update', '"on", added_at, rowid'],
  measures: ['measure', 'rowid'],
  measurePoints: ['measure_point', '"on", rowid'],
  sentFiles: ['sent_file', 'rowid'],
  slips: ['slip', 'rowid'],
  slipAnswers: ['slip_answer', 'rowid'],
  participants: ['participant', 'rowid'],
  rooms: ['room', 'rowid'],
  roomSteps: ['room_step', 'rowid'],
  parked: ['parked', 'rowid'],
  decisions: ['decision', '"on", rowid'],
  clearedFindings: ['cleared_finding', 'rowid'],
  origins: ['origin', 'rowid'],
  leftOutFiles: ['left_out_file', 'rowid'],
}

/** Every logged table. Columns are the model's fields in snake_case, in the model's order. */
export const tables: readonly Table[] = collectionNames.map(tableOf)

const byCollection = new Map(tables.map(table => [table.collection, table]))
const byName = new Map(tables.map(table => [table.name, table]))

/** The table of a collection. */
export function tableFor(collection: CollectionName): Table {
  return byCollection.get(collection)!
}

/** The logged table of this name; `undefined` when the change log names one we do not have. */
export function findTable(name: string): Table | undefined {
  return byName.get(name)
}

function tableOf(collection: CollectionName): Table {
  const [name, orderBy] = placement[collection]
  const shape = collections[collection].shape as Record<string, z.ZodType>
  const columns = Object.entries(shape).map(([field, type]) => ({
    field,
    column: field.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`),
    isBoolean: type.def.type === 'boolean',
  }))
  return { collection, name, columns, orderBy }
}
