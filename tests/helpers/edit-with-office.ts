import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { office } from './other-readers.ts'

/** A word of `tests/fixtures/returned/Edits.bas` and what it is told. */
export type OfficeLine = readonly string[]

const EDITS = join(import.meta.dirname, '../fixtures/returned/Edits.bas')

/** These files saved by LibreOffice in another format, all in one run, in the order they were given. */
export function savedByOffice(paths: readonly string[], kind: 'xlsx' | 'ods' | 'xls', folder: string) {
  mkdirSync(folder, { recursive: true })
  run(folder, ['--convert-to', kind, '--outdir', folder, ...paths])
  return paths.map(path => join(folder, basename(path).replace(/\.\w+$/, `.${kind}`)))
}

/** Edits made by LibreOffice itself; each job ends in a `save`. A folder where `savedByOffice` has run before. */
export function editWithOffice(jobs: readonly (readonly OfficeLine[])[], folder: string): void {
  const basic = join(folder, 'profile/user/basic/Standard')
  const source = readFileSync(EDITS, 'utf8')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
  const module = `<?xml version="1.0" encoding="UTF-8"?>
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Edits" script:language="StarBasic">${source}</script:module>`
  const library = `<?xml version="1.0" encoding="UTF-8"?>
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
<library:element library:name="Edits"/></library:library>`
  writeFileSync(join(basic, 'Edits.xba'), module)
  writeFileSync(join(basic, 'script.xlb'), library)
  const list = join(folder, 'jobs.txt')
  writeFileSync(list, `${jobs.map(job => job.map(line => line.join('\t')).join('\n')).join('\n')}\n`)
  run(folder, [`macro:///Standard.Edits.Main("${list}")`])
}

function run(folder: string, args: readonly string[]): void {
  const profile = join(folder, 'profile')
  execFileSync(office!, [`-env:UserInstallation=file://${profile}`, '--headless', ...args], {
    stdio: 'ignore',
    timeout: 60_000,
  })
}
