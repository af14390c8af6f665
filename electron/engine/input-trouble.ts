import { z } from 'zod'
import { Trouble } from './trouble.ts'

const Issue = z.object({
  code: z.string(),
  path: z.array(z.union([z.string(), z.number()])).default([]),
  origin: z.string().optional(),
  format: z.string().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
})
type Issue = z.infer<typeof Issue>

const InputError = z.object({ data: z.object({ issues: z.array(Issue).min(1) }) })

/** Input that does not fit the contract as one sentence that names the field, or `null` for any other error. */
export function inputTroubleOf(error: unknown): Trouble | null {
  const parsed = InputError.safeParse(error)
  if (!parsed.success) return null
  const issue = parsed.data.data.issues[0]!
  const field = issue.path.findLast(part => typeof part === 'string')
  return new Trouble(
    'REFUSED',
    sentenceFor(issue, nameOf(field)),
    field === undefined ? undefined : { field },
  )
}

function sentenceFor({ code, origin, format, minimum, maximum }: Issue, name: string): string {
  if (code === 'invalid_format' && format === 'date') {
    return `${name} is not a date Ninefold can read. Write it like 30 November 2026.`
  }
  if (code === 'too_big' && origin === 'string') {
    const most = maximum?.toLocaleString('en-GB')
    return `${name} can have at most ${most} characters. Shorten it, or put the rest in a note.`
  }
  if (code === 'too_big' && origin === 'array')
    return `There are too many at once: at most ${maximum?.toLocaleString('en-GB')}.`
  if (code === 'too_big') return `${name} can be at most ${maximum}.`
  if (code === 'too_small' && origin === 'string') return `${name} cannot be empty. Write a word or two.`
  if (code === 'too_small' && origin === 'array')
    return 'Nothing was chosen. Choose at least one and try again.'
  if (code === 'too_small') return `${name} must be at least ${minimum}.`
  return `${name} is not something Ninefold can keep there. Choose or type another value.`
}

/** A field's name for people: `targetDate` is *Target date*. */
function nameOf(field: string | undefined): string {
  if (field === undefined) return 'What you entered'
  const words = field.replace(/(On|Id)$/, '').replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}
