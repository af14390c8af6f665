import { startLog } from '../log/app-log.ts'
import { endOnFault } from '../log/end-on-fault.ts'
import { mountEngine } from './mount.ts'
import { nativeModulesProblem } from './native-modules.ts'
import { nodeTooOld } from './node-version.ts'

// Said by the app that starts it; without it faults go to the error output.
if (process.env.NINEFOLD_LOG) startLog(process.env.NINEFOLD_LOG, 'engine')
endOnFault()
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
