import { EventPublisher } from '@orpc/server'
import type { Place } from '../../../shared/model/place.ts'

/** How the place of an open workbook stands, and who hears of a change. */
export type PlaceState = {
  readonly now: () => Place
  readonly changes: EventPublisher<{ place: Place }>
  say(set: Partial<Place>): void
}

/** Where an open workbook lies, as its session carries it. */
export type SessionPlace = PlaceState & {
  /** Brings everything to its place now, as far as that can be had. */
  send(): Promise<Place>
  /** The same once more, and no more after it. Before the workbook is closed. */
  settle(): Promise<void>
  /** The path of a copy that lies beside it, by its token. */
  pathOfCopy(id: string): string | undefined
  /** This copy is not told of again until it changes. */
  leaveCopy(id: string): void
}

/** A state that says when it changes. */
export function placeState(first: Place): PlaceState {
  const changes = new EventPublisher<{ place: Place }>()
  let place = first
  return {
    now: () => place,
    changes,
    say(set) {
      place = { ...place, ...set }
      changes.publish('place', place)
    },
  }
}

/** On a disk of this computer, where the file itself is what is edited. */
export function placeHere(file: string): SessionPlace {
  const state = placeState({
    kind: 'here',
    name: '',
    file,
    state: 'same',
    copiedAt: null,
    trouble: '',
    news: '',
    copies: [],
  })
  return {
    ...state,
    send: async () => state.now(),
    settle: async () => {},
    pathOfCopy: () => undefined,
    leaveCopy() {},
  }
}
