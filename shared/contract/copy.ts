import { CopyPreview, CopyRequest } from './copy-request.ts'
import { call } from './edited.ts'

/** Copies of the workbook for others, before they are made. The making is a shell's. */
export const copy = {
  /** What such a copy would hold and what would stay here, as the workbook is now. */
  preview: call.input(CopyRequest).output(CopyPreview),
}
