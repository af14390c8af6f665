import { boardBook } from './board/board-book.ts'
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
      return boardBook(
        input,
        await radarPicture(input).catch(() => null),
        await trendPicture(input).catch(() => null),
      )
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
