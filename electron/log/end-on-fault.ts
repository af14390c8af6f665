import { logFault } from './fault-log.ts'

/** An error nobody caught ends this process, as it would anyway; but what is left of it is a line without its words. */
export function endOnFault(): void {
  process.on('uncaughtException', error => {
    logFault(error)
    process.exit(1)
  })
}
