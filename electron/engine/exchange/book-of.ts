import { setImmediate as nextTurn } from 'node:timers/promises'
import { boardSheets, withPictures } from './board/board-book.ts'
import type { BoardInput } from './board/input.ts'
import type { BookInput } from './book-input.ts'
import { ownerBook } from './fill-in/owner-book.ts'
import { planBook } from './fill-in/plan-book.ts'
import { slipBook } from './fill-in/slip-book.ts'
import { historyBook } from './history/history-book.ts'
import { radarPicture, trendPicture } from './radar-picture.ts'
import type { Book } from './sheet-model.ts'

/** The book of any file that leaves. Only the board workbook has a picture, which takes a while to paint. */
export async function bookOf(input: BookInput, say: (words: string) => void): Promise<Book> {
  switch (input.kind) {
    case 'board':
      say('the radar')
      return pictured(input)
    case 'plan':
      return planBook(input)
    case 'owner':
      return ownerBook(input)
    case 'slip':
      return slipBook(input)
    case 'history':
      return historyBook(input)
  }
}

/** The pictures are painted in other threads while the sheets are put together. */
async function pictured(input: BoardInput): Promise<Book> {
  const pictures = [radarPicture(input), trendPicture(input)].map(painting => painting.catch(() => null))
  // Painting begins a moment after it is asked for.
  await nextTurn()
  const book = boardSheets(input)
  const [radar = null, trend = null] = await Promise.all(pictures)
  return withPictures(book, radar, trend)
}
