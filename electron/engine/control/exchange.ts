import { Trouble } from '../trouble.ts'
import { base } from './base.ts'

export const exporting = {
  board: base.export.board.handler(() => {
    throw new Trouble('NOT_FOUND', 'The board workbook is not there yet.')
  }),
}
