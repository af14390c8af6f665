import { action } from './action.ts'
import { area } from './area.ts'
import { base } from './base.ts'
import { copy } from './copy.ts'
import { decision } from './decision.ts'
import { edit, history } from './edit.ts'
import { evidence } from './evidence.ts'
import { identifier } from './identifier.ts'
import { incoming } from './incoming.ts'
import { measure } from './measure.ts'
import { place } from './place.ts'
import { rating } from './rating.ts'
import { review } from './review.ts'
import { room } from './room.ts'
import { round, status } from './round.ts'
import { sentFile } from './sent-file.ts'
import { snapshot } from './snapshot.ts'
import { task } from './task.ts'
import { workbook } from './workbook.ts'

/** The contract door: every call the page may make, by noun. */
export const router = base.router({
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
