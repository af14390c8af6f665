import { z } from 'zod'

const Words = z.string().min(1)

/** What happens at one principle, in its order. */
const AgendaStep = z.object({ title: Words, minutes: z.int().positive(), line: Words })

/** A part of the day; with `first` and `last`, each principle from one number to the other takes `minutes`. */
const AgendaPart = z.object({
  title: z.string(),
  minutes: z.int().positive(),
  first: z.int().optional(),
  last: z.int().optional(),
  lines: z.array(Words),
})

export const Agenda = z.object({
  id: Words,
  title: Words,
  lead: Words,
  items: z.array(AgendaPart),
  steps: z.array(AgendaStep),
  /** What to do when the room is behind time. */
  late: Words,
})
export type Agenda = z.infer<typeof Agenda>

export const Agendas = z.object({ before: z.array(Words), agendas: z.array(Agenda) })

/** What people read before they come. */
export const PreRead = z.object({
  title: Words,
  what: z.array(Words),
  bring: z.array(Words),
  votes: z.array(Words),
  names: Words,
  split: Words,
  slip: Words,
})

/** How to run every principle; what is special to one comes from the framework. */
export const KitScript = z.object({
  title: Words,
  lead: Words,
  steps: z.array(z.object({ title: Words, say: Words, do: Words })),
  traps: z.array(z.object({ see: Words, do: Words })),
})

/** What lies in a printer. */
export const Paper = z.enum(['A3', 'A4', 'A5'])
export type Paper = z.infer<typeof Paper>

export const KitPiece = z.object({
  id: z.enum(['two-hours', 'half-day', 'pre-read', 'script', 'cards', 'wall']),
  title: Words,
  what: Words,
  paper: Paper,
})
/** One thing to print. A4 stands upright, A3 and A5 lie on their side. */
export type KitPiece = z.infer<typeof KitPiece>
export type KitPieceId = KitPiece['id']
