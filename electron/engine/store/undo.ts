import type { Edit } from '../../../shared/model/edit.ts'
import { applyInverse, listChanges } from './change-log.ts'
import type { ReadableDb, WritableDb } from './database.ts'
import { listEdits } from './edits.ts'

/**
 * Which edits can be taken back and brought again, worked out from the log alone, so that it survives a restart.
 * A new edit clears what could be redone, as everywhere.
 */
export type UndoStacks = {
  /** Numbers of edits that undo takes, the next one last. */
  readonly undo: number[]
  readonly redo: number[]
  /** For each edit that stands taken back, the number of the edit that took it back. */
  readonly undoneBy: Map<number, number>
}

/** The stacks as the whole log has them. */
export function readUndoStacks(db: ReadableDb): UndoStacks {
  const stacks: UndoStacks = { undo: [], redo: [], undoneBy: new Map() }
  for (const edit of listEdits(db)) pushEdit(stacks, edit)
  return stacks
}

/** Takes an edit just made into account. */
export function pushEdit(stacks: UndoStacks, edit: Edit): void {
  if (edit.kind === 'do') {
    // The first edit makes the workbook; there is nothing before it to go back to.
    if (edit.seq > 1) stacks.undo.push(edit.seq)
    stacks.redo.length = 0
  } else if (edit.kind === 'undo' && edit.target !== null) {
    stacks.undo.pop()
    stacks.redo.push(edit.target)
    stacks.undoneBy.set(edit.target, edit.seq)
  } else if (edit.kind === 'redo' && edit.target !== null) {
    stacks.redo.pop()
    stacks.undo.push(edit.target)
    stacks.undoneBy.delete(edit.target)
  }
}

/** Puts the rows an edit changed back as they were before it. Runs inside an edit. */
export function revertEdit(db: WritableDb, seq: number): void {
  applyInverse(db, listChanges(db, seq))
}

/** Puts every row back as it was right after edit `seq`. Runs inside an edit numbered `now`. */
export function revertTo(db: WritableDb, seq: number, now: number): void {
  for (let later = now - 1; later > seq; later--) applyInverse(db, listChanges(db, later))
}
