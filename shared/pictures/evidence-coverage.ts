import type { Strength } from '../model/evidence.ts'
import type { PicturedPrinciple, Standing } from './standing.ts'

/** What the picture of evidence shows of one principle. */
export type EvidencePrinciple = PicturedPrinciple & {
  readonly now: Standing
  readonly items: readonly { readonly strength: Strength; readonly refersOn: string | null }[]
}

export type EvidenceInput = {
  readonly areaName: string
  /** The day ages are told from, `2026-11-24`. */
  readonly today: string
  readonly levelNames: readonly string[]
  readonly principles: readonly EvidencePrinciple[]
}
