import { Trouble } from '../trouble.ts'
import { base } from './base.ts'

export const evidence = {
  attach: base.evidence.attach.handler(() => {
    throw new Trouble('NOT_FOUND', 'Attaching files is not there yet.')
  }),
  attachBytes: base.evidence.attachBytes.handler(() => {
    throw new Trouble('NOT_FOUND', 'Attaching files is not there yet.')
  }),
  suggestName: base.evidence.suggestName.handler(() => {
    throw new Trouble('NOT_FOUND', 'Saving evidence out is not there yet.')
  }),
  saveOut: base.evidence.saveOut.handler(() => {
    throw new Trouble('NOT_FOUND', 'Saving evidence out is not there yet.')
  }),
  saveOutForOpening: base.evidence.saveOutForOpening.handler(() => {
    throw new Trouble('NOT_FOUND', 'Opening evidence is not there yet.')
  }),
}

export const exporting = {
  board: base.export.board.handler(() => {
    throw new Trouble('NOT_FOUND', 'The board workbook is not there yet.')
  }),
}
