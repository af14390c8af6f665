import { previewCopy } from '../copies/preview.ts'
import { base } from './base.ts'

/** Copies of the workbook for others. */
export const copy = {
  preview: base.copy.preview.handler(({ context: { session }, input }) => previewCopy(session, input)),
}
