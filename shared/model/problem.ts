/** The kinds of trouble a call can end in; the same words as the errors of the contract. */
export type ProblemCode =
  | 'REFUSED'
  | 'NOT_FOUND'
  | 'READ_ONLY'
  | 'DISK_FULL'
  | 'FILE_TROUBLE'
  | 'IN_USE'
  | 'BAD_FILE'

/** Trouble that people can be told about: the message is one sentence, saying what happened and what to do next. */
export class Problem extends Error {
  readonly code: ProblemCode

  constructor(code: ProblemCode, sentence: string, options?: ErrorOptions) {
    super(sentence, options)
    this.name = 'Problem'
    this.code = code
  }
}
