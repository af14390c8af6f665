import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { freshFolderForFile } from '../../../../helpers/file-folder.ts'
import { hostileFiles } from '../../../../helpers/hostile-xlsx.ts'
import { PLAN } from '../../../../helpers/returned.ts'

const folder = freshFolderForFile()
const files = Object.entries(hostileFiles(PLAN)).filter(([, file]) => file.isHeavy)
const child = join(import.meta.dirname, '../../../../helpers/returned-child.ts')

/** Each in a process of its own, where nothing else needs memory or time. */
describe('files made to be too much: under 300 MB over idle, and the engine answers', () => {
  for (const [name, { make, comes }] of files)
    it(`RF17: ${name}`, {
      timeout: 60_000,
      retry: 1,
    }, async () => {
      const path = join(folder(), 'heavy.xlsx')
      writeFileSync(path, make())
      const { stdout } = await promisify(execFile)(process.execPath, [child, path])
      const took = JSON.parse(stdout)
      if (typeof comes === 'number') expect(took.rows).toBe(comes)
      else expect(took.sentence).toMatch(comes)
      expect(took.megabytes).toBeLessThan(300)
      expect(took.stopMs).toBeLessThan(50)
    })
})
