import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { FIRST_LOAD_LIMIT } from '../../../scripts/pack/sizes.ts'
import { thisTarget } from '../../../scripts/pack/targets.ts'
import { packagePortable, zipFolder } from '../../../scripts/package-portable.ts'
import { startPage } from '../pages/start-page.ts'
import { openPage } from './fixtures.ts'

const folder = mkdtempSync(join(tmpdir(), 'ninefold-portable-'))
const portable = join(folder, 'Ninefold in the browser')
const starter = join(portable, 'start-ninefold.sh')
const programs = join(folder, 'programs')
let host: ChildProcess
beforeAll(async () => {
  renameSync(await packagePortable(join(folder, 'made'), [thisTarget()]), portable)
  // A computer with Node and the simplest of tools, and no way to our node_modules.
  mkdirSync(programs)
  for (const name of ['sh', 'dirname'])
    symlinkSync(execFileSync('which', [name]).toString().trim(), join(programs, name))
}, 180_000)
afterAll(async () => {
  // It closes its workbooks first.
  if (host?.kill()) await once(host, 'exit')
  rmSync(folder, { recursive: true, force: true })
})

it('PK17: without a Node the starter says so in a sentence', () => {
  const { status, stderr } = spawnSync(starter, [], {
    env: { PATH: programs },
    encoding: 'utf8',
    timeout: 20_000,
  })
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: expect.stringMatching(/^Ninefold needs Node 24 or newer, and there is none .*\.\n$/),
  })
})

it('PK17: with a Node that is too old it says so in a sentence', () => {
  symlinkSync(process.execPath, join(programs, 'node'))
  const older = join(folder, 'older.cjs')
  writeFileSync(older, `Object.defineProperty(process.versions, 'node', { value: '20.19.0' })`)
  const env = { PATH: programs, NODE_OPTIONS: `--require=${older}` }
  const { status, stderr } = spawnSync(starter, [], { env, encoding: 'utf8', timeout: 20_000 })
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: expect.stringMatching(/^Ninefold needs Node 24 or newer, and this is Node 20\.19\.0\. .*\.\n$/),
  })
})

it('PK7 PK16: from a folder of its own it shows the page, and a workbook is made there', async () => {
  const workbooks = join(folder, 'Workbooks')
  mkdirSync(workbooks)
  host = spawn(starter, ['--no-browser', workbooks], {
    cwd: folder,
    env: { PATH: programs, NINEFOLD_SETTINGS: join(folder, '.settings') },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  host.stdout!.on('data', piece => {
    said += piece
  })
  await expect.poll(() => said).toMatch(/http:\/\/127\.0\.0\.1:\d+\/#\S+\s/)
  const page = await openPage(/http:\S+/.exec(said)![0])
  await startPage(page).create('Northmoor and Vale')
  await page.getByText('Northmoor and Vale').first().waitFor()
  expect(existsSync(join(workbooks, 'Northmoor and Vale.ninefold'))).toBe(true)
  // What was really loaded, as it lies on the disk: more than what goes over the wire.
  const loaded = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(entry => ({ name: entry.name, size: (entry as PerformanceResourceTiming).decodedBodySize })),
  )
  const scripts = loaded.filter(({ name }) => /\/assets\//.test(name))
  expect(scripts.length).toBeGreaterThan(5)
  expect(scripts.filter(({ name }) => /pdf|picture-screen|chart/.test(name))).toEqual([])
  expect(scripts.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(FIRST_LOAD_LIMIT * 4)
})

it('PK16: its zip is whole', async () => {
  const zip = await zipFolder(portable)
  const list = execFileSync('python3', ['-m', 'zipfile', '--list', zip], { encoding: 'utf8' })
  expect(list).toContain('Ninefold in the browser/start-ninefold.cmd')
  expect(list).toContain('app/dist/electron/host.mjs')
})
