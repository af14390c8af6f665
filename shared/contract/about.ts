import { z } from 'zod'
import { areFaultWords } from '../text/fault-places.ts'

/** What an engine says of itself. */
export const EngineFacts = z.object({
  node: z.string(),
  sqlite: z.string(),
  /** The schema it writes. */
  schemaVersion: z.int(),
  /** The framework a new workbook takes. */
  framework: z.object({ id: z.string(), version: z.string() }),
})
export type EngineFacts = z.infer<typeof EngineFacts>

/** Folders of ours, and where the workbook lies: what the page may ask to see, by these names alone. */
export const FilePlaceId = z.enum(['workbook', 'snapshots', 'settings', 'log', 'working'])
export type FilePlaceId = z.infer<typeof FilePlaceId>

/** A place of files as people read it; the page can do nothing with the words. */
export const FilePlace = z.object({ id: FilePlaceId, where: z.string() })
export type FilePlace = z.infer<typeof FilePlace>

/** What the About box shows of the app. */
export const AboutApp = z.object({
  version: z.string(),
  /** Name and version, the most telling first. */
  runsOn: z.array(z.object({ name: z.string(), version: z.string() })),
  system: z.string(),
  schemaVersion: z.int(),
  framework: z.object({ id: z.string(), version: z.string() }),
  places: z.array(FilePlace),
})
export type AboutApp = z.infer<typeof AboutApp>

/** What a shell adds to the details for support. */
export const SupportFacts = z.object({
  about: AboutApp.omit({ places: true }),
  /** Bytes. */
  memory: z.object({ total: z.number(), free: z.number() }),
  processors: z.int(),
  /** Of the open workbook's file, in bytes. */
  workbookSize: z.number().nullable(),
  logLines: z.array(z.string()),
})
export type SupportFacts = z.infer<typeof SupportFacts>

/** A fault of the page as `faultWords` tells it. Nothing else is taken. */
export const FaultWords = z.string().max(2000).refine(areFaultWords)
