import { randomFillSync } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { EvidenceTargets } from '../../shared/model/evidence.ts'
import { shortScale, wholeScale } from './scale.ts'
import { openBench } from './workbook.ts'

/** Prints how many megabytes more this process took at most while it attached than before. */
const MB = 1024 * 1024
const scale = process.argv[2] === 'true' ? shortScale : wholeScale
const { shell, folder, close } = await openBench()
const targets = EvidenceTargets.parse({})
const photos = join(folder, 'photos')
mkdirSync(photos)
const small = join(folder, 'small.bin')
const large = join(folder, 'large.bin')
const write = (path: string, megabytes: number) => {
  // In pieces: a buffer of it all would be memory already there.
  writeFileSync(path, '')
  for (let done = 0; done < megabytes; done++)
    writeFileSync(path, randomFillSync(Buffer.alloc(MB)), { flag: 'a' })
}
write(small, 1)
write(large, scale.of(100))
for (let index = 0; index < scale.of(100); index++) write(join(photos, `${index}.jpg`), 2)
// What is loaded at the first time is not what attaching takes.
await shell.evidence.attach({ paths: [small], targets })
globalThis.gc?.()
await pause(300)
const before = process.memoryUsage().rss
// Forgets the most it ever was, so that the next question is about what follows.
if (process.platform === 'linux') writeFileSync('/proc/self/clear_refs', '5')
await shell.evidence.attach({ paths: [large], targets })
await shell.evidence.attach({ paths: [photos], targets })
const [, most] = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
console.log((Number(most) * 1024 - before) / MB)
await close()
