import type { Framework, Principle } from '../../../shared/model/framework.ts'

/** A source as a reader sees it. `by` names publisher and year; empty where neither is known. */
export type SourceLine = { readonly id: string; readonly title: string; readonly by: string }

export type FactLine = {
  readonly id: string
  readonly text: string
  readonly caution: string | null
  readonly sources: readonly SourceLine[]
}

export type ExampleLine = {
  readonly site: string
  readonly what: string
  readonly result: string
  /** What kind of claim the result is. */
  readonly resultType: string
  readonly sources: readonly SourceLine[]
}

/** The sources with these ids, in that order. */
function sourcesOf(framework: Framework, ids: readonly string[]): readonly SourceLine[] {
  return ids.flatMap(id => {
    const source = framework.sources.find(one => one.id === id)
    return source ? [{ id, title: source.title, by: byLine(source) }] : []
  })
}

/** The facts a principle rests on. A fact without a source the workbook can name is left out. */
export function factsOf(framework: Framework, principle: Principle): readonly FactLine[] {
  return principle.whyFactIds.flatMap(id => {
    const fact = framework.facts.find(one => one.id === id)
    if (!fact) return []
    const sources = sourcesOf(framework, fact.sourceIds)
    return sources.length > 0 ? [{ id, text: fact.text, caution: fact.caution ?? null, sources }] : []
  })
}

/** The examples of a principle with their result, its kind and its sources. */
export function examplesOf(framework: Framework, principle: Principle): readonly ExampleLine[] {
  return principle.examples.map(example => {
    const full = framework.examples.find(one => one.id === example.exampleId)
    return {
      site: example.site,
      what: example.what,
      result: full?.reportedResult ?? '',
      resultType: full?.resultType ?? '',
      sources: sourcesOf(framework, full?.sourceIds ?? []),
    }
  })
}

/** The first sentence of a text, for a line that opens into the rest. */
export function firstSentence(text: string): string {
  return /^.*?[.?!](?=\s|$)/su.exec(text)?.[0] ?? text
}

/** Every source a principle's facts name, once. */
export function countSources(facts: readonly FactLine[]): number {
  return new Set(facts.flatMap(fact => fact.sources.map(source => source.id))).size
}

/** Publisher and year. The content's own file names of the texts it was written from mean nothing to a reader. */
function byLine(source: Framework['sources'][number]): string {
  const name = (source.publisher ?? '')
    .split(/;\s*/)
    .filter(part => !/seed document/i.test(part))
    .join('; ')
  const year = source.year && !source.title.includes(String(source.year)) ? String(source.year) : ''
  return [name, year].filter(Boolean).join(', ')
}
