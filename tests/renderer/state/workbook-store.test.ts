import { expect, it } from 'vitest'
import type { Client } from '../../../renderer/boot/shell.ts'
import { createSessionStore } from '../../../renderer/state/session-store.ts'
import { createWorkbookStore } from '../../../renderer/state/workbook-store.ts'
import type { Changed } from '../../../shared/contract/history.ts'
import * as make from '../../helpers/rows.ts'
import { storySnapshot } from '../../helpers/story.ts'

const client = {} as Client

function changed(seq: number, patches: Changed['patches']): Changed {
  const at = '2026-11-24T10:50:00.000Z'
  const edit = { seq, at, who: '', words: 'Changed it', kind: 'do' as const, target: null, about: {} }
  return { edit, patches, undo: { undo: edit, redo: null } }
}

it('FR4: an edit the mirror already has is passed over, a new one replaces only its rows', () => {
  const store = createWorkbookStore(storySnapshot(), client)
  const before = store.getState()
  const [area] = [...before.rows.areas.values()]
  const patches = [{ collection: 'areas' as const, id: area!.id, row: { ...area, name: 'Northmoor' } }]
  before.apply(changed(before.seq, patches))
  expect(store.getState()).toBe(before)
  before.apply(changed(before.seq + 1, patches))
  const after = store.getState()
  expect(after.rows.areas.get(area!.id)?.name).toBe('Northmoor')
  expect(after.rows.actions).toBe(before.rows.actions)
  expect(after.undo.undo?.words).toBe('Changed it')
  after.apply(changed(after.seq + 1, [{ collection: 'areas', id: area!.id, row: null }]))
  expect(store.getState().rows.areas.has(area!.id)).toBe(false)
})

it('FS3: a problem stays until it is dismissed, good news gives way to the next word', () => {
  const session = createSessionStore(make.SYSTEM, make.ROUND)
  const { say } = session.getState()
  say({ tone: 'problem', sentence: 'That was refused.' })
  say({ tone: 'done', sentence: 'Undone: one' })
  say({ tone: 'done', sentence: 'Undone: two' })
  expect(session.getState().notices.map(notice => notice.sentence)).toEqual([
    'That was refused.',
    'Undone: two',
  ])
})
