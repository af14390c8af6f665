import type { Agenda } from '../model/kit.ts'

export type AgendaRow = {
  /** Minutes from the start of the day. */
  readonly start: number
  readonly minutes: number
  readonly title: string
  readonly lines: readonly string[]
  /** The principle it is about, if it is about one. */
  readonly number: number | null
}

type Titled = { readonly number: number; readonly title: string }

/** The day line by line: a row for each principle, each starting when the one before it ends. */
export function agendaRows(agenda: Agenda, principles: readonly Titled[]): AgendaRow[] {
  let start = 0
  return agenda.items.flatMap(item => {
    const rows: readonly (Titled | null)[] =
      item.first === undefined
        ? [null]
        : principles.filter(({ number }) => number >= item.first! && number <= item.last!)
    return rows.map(principle => {
      const row = {
        start,
        minutes: item.minutes,
        title: principle?.title ?? item.title,
        lines: item.lines,
        number: principle?.number ?? null,
      }
      start += item.minutes
      return row
    })
  })
}

/** How long the day takes, in minutes. */
export function agendaMinutes(rows: readonly AgendaRow[]): number {
  return rows.reduce((sum, row) => sum + row.minutes, 0)
}

/** `7 + 9 × 12 + 5 = 120 minutes`: principles of one length in a row are told together. */
export function agendaSum(rows: readonly AgendaRow[]): string {
  const parts: { minutes: number; times: number; isPrinciple: boolean }[] = []
  for (const { minutes, number } of rows) {
    const last = parts.at(-1)
    const isPrinciple = number !== null
    if (last?.isPrinciple && isPrinciple && last.minutes === minutes) last.times += 1
    else parts.push({ minutes, times: 1, isPrinciple })
  }
  const told = parts.map(({ minutes, times }) => (times === 1 ? `${minutes}` : `${times} × ${minutes}`))
  return `${told.join(' + ')} = ${agendaMinutes(rows)} minutes`
}

/** `1:05`, an hour and five minutes into the day. */
export function sinceStart(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}
