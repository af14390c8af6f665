import { join } from 'node:path'
import { startHost } from '../../electron/host/host.ts'
import { root } from '../../scripts/build.ts'

/** The host and its engine in a process of its own that clears its memory when asked and says what is left, in megabytes. */
export type Left = { readonly heap: number; readonly outside: number; readonly rss: number }

const [folder = '', token = ''] = process.argv.slice(2)
const host = await startHost({ folder, token, pageFolder: join(root, 'dist/renderer') })
process.send?.({ port: host.port })
process.on('message', async (order: 'measure' | 'stop') => {
  if (order === 'stop') {
    await host.close()
    process.exit(0)
  }
  // Twice: what a finaliser let go of is taken the second time.
  for (let times = 0; times < 2; times++) {
    globalThis.gc?.()
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  const { heapUsed, external, rss } = process.memoryUsage()
  const left: Left = { heap: heapUsed / 1e6, outside: external / 1e6, rss: rss / 1e6 }
  process.send?.(left)
})
