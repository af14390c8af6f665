/** The sheets of the board workbook, in their order. */
export const BOARD_SHEETS = [
  'Summary',
  'Exceptions',
  'Action plan',
  'Ratings',
  'Votes',
  'Rounds',
  'Evidence',
  'Measures',
  'Changes',
  'Key',
] as const
