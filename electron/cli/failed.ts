/** A command did not do what was asked. With an empty sentence everything has been said already. */
export class Failed extends Error {
  /** What the command ends with. */
  readonly exitCode: number

  constructor(sentence: string, exitCode = 1) {
    super(sentence)
    this.exitCode = exitCode
  }
}

/** The command line itself is wrong: an option with a value it cannot have. */
export class UsageError extends Error {}
