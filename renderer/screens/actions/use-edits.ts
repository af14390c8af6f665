import type { ActionFields, NewAction } from '../../../shared/contract/action.ts'
import type { Action } from '../../../shared/model/action.ts'
import type { ActionId } from '../../../shared/model/ids.ts'
import { whyNotEmbedded } from '../../../shared/rules/closing.ts'
import { cellEdit, setOfChoice } from '../../../shared/rules/typed-cell.ts'
import type { Choice, ChoiceColumn } from '../../../shared/text/choices.ts'
import { count } from '../../../shared/text/dates.ts'
import { useAct, useStage } from '../../state/hooks.ts'
import { useArea, usePrinciples } from '../../state/select.ts'
import type { ActionRow } from './action-row.ts'
import { readBlock, writeBlock } from './block.ts'
import type { Column } from './columns.ts'
import type { Cell, Range } from './cursor.ts'
import { planPaste, repeated } from './paste.ts'
import type { Plan } from './use-plan.ts'

/** The writes of the grid. Each is one edit, and so one step of undo. */
export type Edits = {
  /** Sets one cell; a sentence when it cannot. */
  setText(row: ActionRow, column: Column, text: string): string | null
  setChoice(row: ActionRow, column: Column, choice: Choice): string | null
  addTitled(title: string): string | null
  clear(range: Range): void
  paste(text: string, range: Range): void
  copied(range: Range): string
  remove(ids: readonly ActionId[]): Promise<boolean>
}

export function useEdits(plan: Plan): Edits {
  const act = useAct()
  const { session } = useStage()
  const area = useArea()
  const principles = usePrinciples()
  const { rows, all, columns, allColumns, context, view } = plan

  function set(action: Action, fields: ActionFields): string | null {
    const refused = whyNotEmbedded({ ...action, ...fields })
    if (refused) return refused
    if (changes(action, fields)) void act(client => client.action.set({ id: action.id, set: fields }))
    return null
  }

  /** Where a new row belongs: what the filters say, else where the list ends. */
  function belongs() {
    const last = rows.at(-1)?.action
    return {
      areaId: (view.areaId || last?.areaId || area.id) as NewAction['areaId'],
      principleId: (view.principleId || last?.principleId || principles[0]!.id) as NewAction['principleId'],
    }
  }

  function put(block: readonly (readonly string[])[], at: Cell): void {
    const planned = planPaste(block, { rows, all, columns, allColumns, context, ...at, ...belongs() })
    const { adds, problems } = planned
    const now = new Map(all.map(row => [row.id, row.action]))
    const sets = planned.changes.filter(({ id, set }) => changes(now.get(id)!, set))
    if (sets.length + adds.length > 0)
      void act(client => client.action.paste({ changes: [...sets], adds: [...adds] }))
    const { say } = session.getState()
    if (problems.length > 0) say({ tone: 'problem', sentence: shortList(problems) })
    const done = [
      adds.length > 0 && `${count(adds.length, 'action')} added`,
      sets.length > 0 && `${count(sets.length, 'action')} changed`,
    ].filter(Boolean)
    if (done.length > 0 && block.length * (block[0]?.length ?? 0) > 1)
      say({ tone: 'done', sentence: `${done.join(', ')}.`, commandId: 'edit.undo' })
  }

  return {
    setText(row, column, text) {
      if (text.trim() === column.text(row).trim()) return null
      const edit = cellEdit(column.id, text, context)
      return 'problem' in edit ? sentence(column, edit.problem) : set(row.action, edit.set)
    },
    setChoice: (row, column, choice) => set(row.action, setOfChoice(column.id as ChoiceColumn, choice.value)),
    addTitled(title) {
      const edit = cellEdit('action', title, context)
      if ('problem' in edit) return sentence(undefined, edit.problem)
      void act(client => client.action.add({ ...belongs(), title: edit.set.title!, set: {} }))
      return null
    },
    clear(range) {
      put(repeated('', range.bottom - range.top + 1, range.right - range.left + 1), {
        row: range.top,
        column: range.left,
      })
    },
    paste(text, range) {
      const block = readBlock(text)
      if (block.length > 10_000) {
        session.getState().say({ tone: 'problem', sentence: 'At most 10,000 rows can be pasted at once.' })
        return
      }
      const isOneCell = block.length === 1 && block[0]!.length === 1
      const fill = isOneCell
        ? repeated(block[0]![0]!, range.bottom - range.top + 1, range.right - range.left + 1)
        : block
      put(fill, { row: range.top, column: range.left })
    },
    copied: range =>
      writeBlock(
        rows
          .slice(range.top, range.bottom + 1)
          .map(row => columns.slice(range.left, range.right + 1).map(column => column.text(row))),
      ),
    async remove(ids) {
      const done = await act(client => client.action.remove({ ids: [...ids] }))
      if (!done) return false
      session.getState().say({
        tone: 'done',
        sentence: ids.length === 1 ? 'The action was removed.' : `${ids.length} actions were removed.`,
        commandId: 'edit.undo',
      })
      return true
    },
  }
}

function changes(action: Action, fields: ActionFields): boolean {
  return Object.entries(fields).some(([field, value]) => action[field as keyof Action] !== value)
}

function sentence(column: Column | undefined, problem: string): string {
  const words = `${column && /^(is|has) /.test(problem) ? `${column.header} ` : ''}${problem}.`
  return words.charAt(0).toLocaleUpperCase('en-GB') + words.slice(1)
}

function shortList(problems: readonly string[]): string {
  const shown = problems.slice(0, 3).join(' ')
  const more = problems.length - 3
  return `Some of it stays as it was. ${shown}${more > 0 ? ` And ${more} more like these.` : ''}`
}
