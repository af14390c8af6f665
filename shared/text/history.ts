import type { HistoryThing } from '../model/edit.ts'

/** What history can be narrowed to. */
export const historyThingWords: Record<HistoryThing, string> = {
  ratings: 'Ratings',
  actions: 'Actions and progress',
  evidence: 'Evidence',
  measures: 'Measures',
  room: 'The room and slips',
  rounds: 'Rounds and the board',
  workbook: 'System, places, status key',
  sent: 'What was sent',
}
