/** The most bytes one piece of a file on its way in brings. */
export const PIECE_BYTES = 1024 * 1024
