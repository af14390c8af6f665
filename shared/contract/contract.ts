import { oc } from '@orpc/contract'
import { action } from './action.ts'
import { area, round, status, workbook } from './area.ts'
import { copy } from './copy.ts'
import { decision } from './decision.ts'
import { errors } from './errors.ts'
import { evidence } from './evidence.ts'
import { edit, history } from './history.ts'
import { identifier } from './identifier.ts'
import { incoming } from './incoming.ts'
import { measure } from './measure.ts'
import { place } from './place.ts'
import { rating } from './rating.ts'
import { review, sentFile } from './review.ts'
import { room } from './room.ts'
import { snapshot } from './snapshot.ts'
import { task } from './task.ts'

/** Everything the page may ask of the engine. No call takes or gives a path. */
export const contract = oc.errors(errors).router({
  workbook,
  area,
  round,
  decision,
  measure,
  status,
  rating,
  room,
  evidence,
  incoming,
  action,
  review,
  sentFile,
  identifier,
  copy,
  edit,
  history,
  place,
  snapshot,
  task,
})
/** The contract as a type, for clients. */
export type Contract = typeof contract
