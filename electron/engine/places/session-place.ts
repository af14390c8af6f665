import { EventPublisher } from '@orpc/server'
import type { Place } from '../../../shared/model/place.ts'

/** Where an open workbook lies, as its session carries it. */
export type SessionPlace = {
  readonly now: () => Place
  readonly changes: EventPublisher<{ place: Place }>
  /** Brings everything to its place now, as far as that can be had. */
  send(): Promise<Place>
  /** The same once more, and no more after it. Before the workbook is closed. */
  settle(): Promise<void>
}

/** On a disk of this computer, where the file itself is what is edited. */
export function placeHere(file: string): SessionPlace {
  const place: Place = {
    kind: 'here',
    name: '',
    file,
    state: 'same',
    copiedAt: null,
    trouble: '',
    news: '',
    copies: [],
  }
  return {
    now: () => place,
    changes: new EventPublisher(),
    send: async () => place,
    settle: async () => {},
  }
}
