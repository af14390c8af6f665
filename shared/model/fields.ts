import { z } from 'zod'

/** Free text of any length up to this many characters; longer input is refused by name, never cut. */
export const LONGEST_TEXT = 200_000

/** Free text as the user typed it. */
export const Text = z.string().max(LONGEST_TEXT)

/** A line of text that must say something. */
export const Line = z.string().trim().min(1).max(1000)

/** A calendar day without a time, `2026-11-30`. */
export const Day = z.iso.date()
export type Day = z.infer<typeof Day>

/** A moment in UTC, `2026-11-24T10:42:00.000Z`. */
export const Instant = z.iso.datetime()
export type Instant = z.infer<typeof Instant>

/** A level of the scale: 0 is an answer, `null` elsewhere means there is none. */
export const Level = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
export type Level = z.infer<typeof Level>

/** A score of the five by five risk grid. */
export const RiskStep = z.int().min(1).max(5)
