import { z } from 'zod'

/** Where a workbook lies. Locks cannot be trusted anywhere but `here`, on a disk of this computer. */
export const PlaceKind = z.enum(['here', 'sync', 'network'])
export type PlaceKind = z.infer<typeof PlaceKind>

/** Another copy of the open workbook that lies beside it, as sync programs make them when two people save at once. */
export const CopyBeside = z.object({
  /** A token; the page never learns a path. */
  id: z.string(),
  name: z.string(),
  changedAt: z.string(),
  /** Who made its newest edit; empty when nobody gave a name. */
  by: z.string(),
})
export type CopyBeside = z.infer<typeof CopyBeside>

/**
 * How the user's file stands to what is being edited. In a synchronised folder or on a network drive edits are kept on this
 * computer at once and are copied to the file after a pause.
 */
export const Place = z.object({
  kind: PlaceKind,
  /** What people call it: `OneDrive`, `N:`, `the network drive`. Empty for `here`. */
  name: z.string(),
  /** The name of the user's file, which changes when two versions had to be kept. */
  file: z.string(),
  /**
   * `same`: the file is what is here. `waiting` and `copying`: it will be. `away`: the place cannot be reached. `stuck`: it
   * cannot be written, and `trouble` says why.
   */
  state: z.enum(['same', 'waiting', 'copying', 'away', 'stuck']),
  /** When the file last became what was here. */
  copiedAt: z.string().nullable(),
  /** What is in the way, in a sentence; empty when nothing is. */
  trouble: z.string(),
  /** Something the user should know and may put away: a sentence, or empty. */
  news: z.string(),
  copies: z.array(CopyBeside),
})
export type Place = z.infer<typeof Place>
