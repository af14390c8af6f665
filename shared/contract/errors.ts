import { z } from 'zod'

/**
 * Every error a call may end in. The message is one sentence for people: what happened, to which file or field,
 * and what to do next.
 */
export const errors = {
  /** A rule of the workbook says no. */
  REFUSED: { status: 409, data: z.object({ field: z.string().optional() }).optional() },
  NOT_FOUND: { status: 404 },
  /** Opened for reading only. */
  READ_ONLY: { status: 403 },
  DISK_FULL: { status: 507 },
  /** The file or its folder cannot be read or written any more. */
  FILE_TROUBLE: { status: 503 },
  /**
   * The file is open elsewhere; `holder` says where. `mayOpen`: it lies where locks tell nothing, and may be opened all the same.
   */
  IN_USE: {
    status: 423,
    data: z.object({ holder: z.string(), mayOpen: z.boolean().optional() }).optional(),
  },
  /** A password locks the file: `file.unlock` opens it. */
  LOCKED: { status: 428 },
  WRONG_PASSWORD: { status: 403 },
  /** Not a workbook, damaged, changed by something else, or from a newer version. */
  BAD_FILE: { status: 422 },
} as const

/** Their codes. */
export type ErrorCode = keyof typeof errors
