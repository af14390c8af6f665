import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import type { Deps } from '../deps.ts'
import { Trouble } from '../trouble.ts'
import { placeDepsOf } from './place-deps.ts'
import { send } from './send.ts'

/**
 * Makes a new workbook file where it belongs. In a shared place it is made on this computer first and brought there whole:
 * SQLite opens nothing in such a place. Never writes over a file.
 */
export async function makeAnywhere(path: string, deps: Deps, make: (path: string) => void): Promise<void> {
  const { look, between } = placeDepsOf(deps)
  const where = look(path)
  if (where.kind === 'here' || existsSync(path) || !existsSync(dirname(path))) return make(path)
  const folder = mkdtempSync(join(tmpdir(), 'ninefold-new-'))
  try {
    const from = join(folder, basename(path))
    make(from)
    const sent = await send({ from, to: where.real, expected: null, id: deps.newId(), between })
    if (sent.kind === 'sent') return
    throw new Trouble(
      'FILE_TROUBLE',
      `${basename(path)} could not be put in ${where.name}. Choose another folder, or try again in a moment.`,
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
