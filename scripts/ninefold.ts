import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { build, root } from './build.ts'
import { checkNode } from './check-node.ts'

checkNode()
await build({ ifStale: true, quiet: true })

// npm runs scripts in the project's folder; paths are meant from where the user stands.
const { status } = spawnSync(
  process.execPath,
  [join(root, 'dist/electron/cli.mjs'), ...process.argv.slice(2)],
  { stdio: 'inherit', cwd: process.env.INIT_CWD ?? process.cwd() },
)
process.exit(status ?? 1)
