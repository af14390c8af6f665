import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

const IMPORT = /^\s*(?:import|export)\s+(type\s+)?(?:[^'"]*?\sfrom\s+)?'([^']+)'/gm

/** Everything that sources load before they run, themselves included, as paths in `root`; packages as `pkg:name`. What they ask for later is none of it. */
export function loadedBy(root: string, files: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>()
  const visit = (file: string) => {
    if (seen.has(file) || !existsSync(join(root, file))) return
    seen.add(file)
    if (!/\.tsx?$/.test(file)) return
    for (const [, types, from] of readFileSync(join(root, file), 'utf8').matchAll(IMPORT)) {
      if (types) continue
      if (!from!.startsWith('.')) seen.add(`pkg:${from}`)
      else visit(relative(root, join(root, dirname(file), from!.replace(/\?.*$/, ''))).replaceAll('\\', '/'))
    }
  }
  files.forEach(visit)
  return seen
}
