#!/usr/bin/env node
import { nodeTooOld } from '../engine/node-version.ts'

const problem = nodeTooOld()
if (problem) {
  console.error(problem)
  process.exit(1)
}
// Loaded only now: the database module ends an older Node without a word.
const { run } = await import('./program.ts')
process.exitCode = await run(process.argv.slice(2))
