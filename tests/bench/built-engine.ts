import { copyFileSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { build as bundle } from 'esbuild'
import { build, forNode, root } from '../../scripts/build.ts'

/** The engine as it is shipped: one file, with the threads it starts beside it. */
export type BuiltEngine = typeof import('./engine-under-test.ts')

let built: Promise<BuiltEngine> | undefined

/** Builds what is stale, then the engine with what the rows ask of it. */
export function builtEngine(): Promise<BuiltEngine> {
  built ??= make()
  return built
}

async function make(): Promise<BuiltEngine> {
  await build({ ifStale: true, quiet: true })
  const shipped = join(root, 'dist/electron')
  // Not in dist: nothing of it may be packed.
  const folder = join(root, '.cache/bench')
  mkdirSync(folder, { recursive: true })
  for (const name of readdirSync(shipped))
    if (name.endsWith('-worker.cjs')) copyFileSync(join(shipped, name), join(folder, name))
  const outfile = join(folder, 'engine.mjs')
  await bundle({
    ...forNode,
    entryPoints: [join(import.meta.dirname, 'engine-under-test.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    external: ['better-sqlite3', 'exceljs', '@resvg/resvg-js'],
    define: { __BUILT_FOR_TESTS__: 'false' },
    logLevel: 'warning',
  })
  return (await import(outfile)) as BuiltEngine
}
