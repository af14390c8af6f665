/** How much is measured. The short form only shows that every row works: small, once, and its figures say nothing. */
export type Scale = {
  readonly isShort: boolean
  /** How often, where the whole form does it `whole` times. */
  runs(whole: number): number
  /** How much of anything, where the whole form has `whole` of it. */
  of(whole: number): number
  /** The sizes at which growth is looked at. */
  readonly growth: readonly number[]
}

const SHORT_SHARE = 50

export const wholeScale: Scale = {
  isShort: false,
  runs: whole => whole,
  of: whole => whole,
  growth: [100, 1000, 10_000],
}

export const shortScale: Scale = {
  isShort: true,
  runs: () => 1,
  of: whole => Math.max(2, Math.round(whole / SHORT_SHARE)),
  growth: [100, 1000],
}
