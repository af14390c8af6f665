import { z } from 'zod'

/** Ids are opaque text of our own making; a name or a path never serves as one. */
const id = z.string().min(1).max(200)

export const AreaId = id.brand<'AreaId'>()
export type AreaId = z.infer<typeof AreaId>

export const RoundId = id.brand<'RoundId'>()
export type RoundId = z.infer<typeof RoundId>

/** A principle's id comes from the framework, for example `parity-of-esteem`. */
export const PrincipleId = id.brand<'PrincipleId'>()
export type PrincipleId = z.infer<typeof PrincipleId>

export const RatingId = id.brand<'RatingId'>()
export type RatingId = z.infer<typeof RatingId>

export const EvidenceId = id.brand<'EvidenceId'>()
export type EvidenceId = z.infer<typeof EvidenceId>

export const ActionId = id.brand<'ActionId'>()
export type ActionId = z.infer<typeof ActionId>

export const UpdateId = id.brand<'UpdateId'>()
export type UpdateId = z.infer<typeof UpdateId>

export const MeasureId = id.brand<'MeasureId'>()
export type MeasureId = z.infer<typeof MeasureId>
