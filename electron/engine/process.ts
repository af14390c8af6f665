import { mountEngine } from './mount.ts'
import { nativeModulesProblem } from './native-modules.ts'
import { nodeTooOld } from './node-version.ts'

const problem = nodeTooOld() ?? nativeModulesProblem()
if (problem) {
  console.error(problem)
  process.exit(1)
}
const { createEngine } = await import('./engine.ts')
const { contract, control, context, state } = createEngine()
mountEngine({
  contract,
  control,
  context: context(),
  close: async () => void (await state.close()),
})
