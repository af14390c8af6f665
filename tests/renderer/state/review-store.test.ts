import { describe, expect, it } from 'vitest'
import { createReviewStore } from '../../../renderer/state/review-store.ts'
import type { Review } from '../../../shared/model/review.ts'
import { reviewStory, statusValue, words } from '../../helpers/review-story.ts'

/** A store that has decided on two proposals and a conflict. */
function decided() {
  const store = createReviewStore()
  store.getState().take(reviewStory())
  store.getState().decide([
    ['action-7:Due date', 'file:1'],
    ['action-4:Owner', 'now'],
    ['action-2:Status', 'file:3'],
  ])
  return store
}

/** The story with one change put in place of its like. */
function storyWith(id: string, more: object): Review {
  const review = reviewStory()
  return { ...review, changes: review.changes.map(one => (one.id === id ? { ...one, ...more } : one)) }
}

describe('decisions on returned files', () => {
  it('RS10: decisions stay while their changes are the same', () => {
    const store = decided()
    store.getState().take(reviewStory())
    expect(Object.keys(store.getState().decisions.changes)).toHaveLength(3)
    expect(store.getState().lost).toBe('')
  })

  it('RS10: a decision goes with its change, without a word', () => {
    const store = decided()
    store.getState().decideAddition('new-1', true, null)
    const review = reviewStory()
    store.getState().take({ ...review, changes: review.changes.slice(0, 3), additions: [] })
    expect(store.getState().decisions).toEqual({
      changes: { 'action-7:Due date': 'file:1', 'action-2:Status': 'file:3' },
      additions: {},
    })
    expect(store.getState().lost).toBe('')
  })

  it('RS11: a decision whose ground moved is taken back and named', () => {
    const store = decided()
    store.getState().take(storyWith('action-7:Due date', { now: words('1 January 2027') }))
    expect(store.getState().decisions.changes).toEqual({
      'action-4:Owner': 'now',
      'action-2:Status': 'file:3',
    })
    expect(store.getState().lost).toMatch(/^Your decision on A-07 Due date was taken back: /)
    store.getState().forgetLost()
    store.getState().take(storyWith('action-4:Owner', { state: 'conflict' }))
    expect(store.getState().lost).toMatch(/^Your decision on A-04 Owner was taken back: /)
  })

  it('RS11: a new value of the same words with another status is another ground', () => {
    const store = decided()
    store
      .getState()
      .take(storyWith('action-2:Status', { now: { ...statusValue('off-track'), statusId: 'late' } }))
    expect(store.getState().decisions.changes['action-2:Status']).toBeUndefined()
  })

  it('RS12: what was applied goes without a word, and undo brings its decisions again', () => {
    const store = decided()
    store.getState().startApplying()
    // The edit is announced before the call that made it answers.
    store.getState().take(storyWith('action-2:Status', { now: statusValue('on-track') }))
    expect(store.getState().lost).toBe('')
    store.getState().endApplying(true)
    expect(store.getState().decisions.changes).toEqual({})
    store.getState().take({ ...reviewStory(), changes: [], additions: [] })
    store.getState().take(reviewStory())
    expect(store.getState().decisions.changes).toEqual({
      'action-7:Due date': 'file:1',
      'action-4:Owner': 'now',
      'action-2:Status': 'file:3',
    })
    expect(store.getState().lost).toBe('')
  })

  it('RS12: a file that is read again is open again', () => {
    const store = decided()
    store.getState().startApplying()
    store.getState().endApplying(true)
    store.getState().take(null)
    store.getState().read(1)
    store.getState().take(reviewStory())
    expect(store.getState().decisions.changes).toEqual({})
  })

  it('RS3: a decision can be taken back, and an application that failed leaves all as it was', () => {
    const store = decided()
    store.getState().decide([['action-4:Owner', null]])
    store.getState().startApplying()
    store.getState().endApplying(false)
    store.getState().take(reviewStory())
    expect(store.getState().decisions.changes).toEqual({
      'action-7:Due date': 'file:1',
      'action-2:Status': 'file:3',
    })
  })

  it('RS26: what an engine took with it is told; what the user put aside is not', () => {
    const store = decided()
    store.getState().take(null)
    expect(store.getState().lost).toBe('')
    store.getState().take(reviewStory())
    store.getState().take(null, true)
    expect(store.getState().lost).toContain('please add the files again')
  })

  it('RS22: the list is no longer narrowed to a file that was put aside', () => {
    const store = decided()
    store.getState().narrow('2')
    const review = reviewStory()
    store.getState().take({ ...review, files: review.files.filter(file => file.id !== '2') })
    expect(store.getState().fileId).toBeNull()
  })
})
