import type { Action } from '../model/action.ts'
import type { Framework } from '../model/framework.ts'

/** A band of the framework’s risk table. */
export type RiskBand = Framework['actionPlan']['risk']['bands'][number]

/** The score, and its band if the framework has one. */
export type Risk = { readonly score: number; readonly band: RiskBand | null }

/** Likelihood times consequence with the framework's band; `null` until both are given. */
export function riskOf(
  action: Pick<Action, 'likelihood' | 'consequence'>,
  bands: readonly RiskBand[],
): Risk | null {
  if (action.likelihood === null || action.consequence === null) return null
  const score = action.likelihood * action.consequence
  return { score, band: bands.find(band => score >= band.min && score <= band.max) ?? null }
}
