import { nodeTooOld } from '../electron/engine/node-version.ts'

/** Ends with one sentence when this Node would crash on the database module. */
export function checkNode(): void {
  const problem = nodeTooOld()
  if (!problem) return
  console.error(problem)
  process.exit(1)
}
