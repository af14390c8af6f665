import { engineFacts } from '../engine-facts.ts'
import { base } from './base.ts'
import { evidence } from './evidence.ts'
import { exporting } from './exchange.ts'
import { file, person } from './file.ts'
import { review } from './review.ts'
import { snapshot } from './snapshot.ts'

/** The control door: what a shell may ask. The page cannot reach it. */
export const controlRouter = base.router({
  engine: { facts: base.engine.facts.handler(engineFacts) },
  file,
  person,
  evidence,
  export: exporting,
  review,
  snapshot,
})
