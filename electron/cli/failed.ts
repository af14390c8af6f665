/** A command did not do what was asked. With an empty sentence everything has been said already. */
export class Failed extends Error {}

/** The command line itself is wrong: an option with a value it cannot have. */
export class UsageError extends Error {}
