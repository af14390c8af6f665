import { execFileSync } from 'node:child_process'
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { changedModules } from '../../../electron/engine/native-modules.ts'
import { build } from '../../../scripts/build.ts'
import { nativeSums } from '../../../scripts/pack/natives.ts'
import { PACKAGED_LIMIT } from '../../../scripts/pack/sizes.ts'
import { root } from '../../../scripts/root.ts'
import { testElectron } from '../../../scripts/test-electron.ts'
import { filesOfArchive } from '../../helpers/asar.ts'
import { boardInput } from '../../helpers/board-input.ts'
import { freshFolder } from '../helpers/desktop-app.ts'
import { closeDisplay } from '../helpers/display.ts'
import { ninefold, type PackedApp, startPacked, workbookWithScript } from '../helpers/packed-app.ts'
import { socketsOf } from '../helpers/sockets.ts'

/** The packed app: one archive, its fuses set. It has no inspector any more, so Chromium's own door drives it. */
let packed: PackedApp
let resources: string
let script: string
const folder = freshFolder()
const file = join(folder, 'Packed.ninefold')
const ran = join(folder, 'ran')
beforeAll(async () => {
  await build({ ifStale: true, quiet: true })
  script = workbookWithScript(file, ran)
  packed = await startPacked(file, folder)
  resources = join(packed.unpacked, 'resources')
}, 300_000)
afterAll(async () => {
  packed?.page.close()
  packed?.app.kill()
  closeDisplay()
})

it('DT30 PK1 PK5 PK9: the packed app opens a workbook from its archive, and hears no setting of tests', async () => {
  const { page } = packed
  await expect.poll(() => page.run('document.querySelector("h1")?.textContent')).toMatch(/discussed/)
  expect(await page.run('location.href')).toMatch(/^app:\/\/ninefold\/index\.html\b/)
  expect(await page.run('window.ninefold.call("current")')).toMatchObject({
    ok: true,
    value: { name: 'Packed' },
  })
})

it('DT30: the board workbook, radar and all, is made by what lies in the archive', async () => {
  const to = join(folder, 'Board.xlsx')
  const { rows, ...input } = boardInput()
  const program = join(folder, 'export.cjs')
  const messages = [
    ...Object.entries(rows).map(([collection, all]) => ({ kind: 'rows', collection, rows: all })),
    { kind: 'make', input, path: to },
  ]
  writeFileSync(
    program,
    `const { Worker } = require('node:worker_threads')
    const worker = new Worker(${JSON.stringify(join(resources, 'app.asar/dist/electron/export-worker.cjs'))})
    worker.on('message', message => {
      if (message.kind === 'progress') return
      console.log(JSON.stringify(message))
      worker.terminate()
    })
    for (const message of ${JSON.stringify(messages)}) worker.postMessage(message)`,
  )
  // The packed program is no plain Node any more (DT31); the Electron it was packed around is, and reads archives too.
  const said = execFileSync((await testElectron()).executable, [program], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    encoding: 'utf8',
  })
  expect(JSON.parse(said)).toMatchObject({ kind: 'made' })
  expect(readFileSync(to, 'latin1')).toMatch(/xl\/media\/\S+\.png/)
})

it('PK2 PK3 PK4: the archive holds the app and its threads, for this computer only, and what it says of each file is true', () => {
  const files = filesOfArchive(join(resources, 'app.asar'))
  expect(files.filter(({ said, found }) => said !== found)).toEqual([])
  const paths = files.map(({ path }) => path)
  const known =
    /^(package\.json|dist\/renderer\/(index\.html|licences\.txt|assets\/[^/]+\.(js|mjs|css|svg|png|wasm|woff2|webp))|dist\/electron\/(main\.cjs|preload\.cjs|engine\.mjs|[a-z-]+-worker\.cjs)|node_modules\/(better-sqlite3|@resvg\/resvg-js(-linux-x64-gnu)?)\/[^/]+|node_modules\/better-sqlite3\/(lib\/.*\.js|prebuilds\/linux-x64\.node))$/
  expect(paths.filter(path => !known.test(path))).toEqual([])
  expect(files.filter(({ isUnpacked }) => isUnpacked).map(({ path }) => path)).toEqual([
    'node_modules/@resvg/resvg-js-linux-x64-gnu/resvgjs.linux-x64-gnu.node',
    'node_modules/better-sqlite3/prebuilds/linux-x64.node',
  ])
  const sources = globSync('electron/engine/**/*.ts', { cwd: root }).map(path =>
    readFileSync(join(root, path), 'utf8'),
  )
  const threads = sources.flatMap(text =>
    [...text.matchAll(/\/([a-z-]+-worker\.cjs)'/g)].map(match => match[1]!),
  )
  expect(threads.length).toBeGreaterThan(3)
  expect(threads.filter(name => !paths.includes(`dist/electron/${name}`))).toEqual([])
})

it('PK6 PK8: it takes at most 30 MB beyond the bare Electron, with every licence text beside it', () => {
  const ours = globSync('**', { cwd: packed.unpacked, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(packed.unpacked.length + 1))
    .filter(path => !existsSync(join(packed.electronHome, path)) && path !== 'ninefold')
  expect(ours.filter(path => !path.startsWith('resources/'))).toEqual(
    expect.arrayContaining(['LICENSE.txt', 'THIRD-PARTY-LICENCES.txt']),
  )
  for (const name of ['LICENSE.electron.txt', 'LICENSES.chromium.html'])
    expect(existsSync(join(packed.unpacked, name)), name).toBe(true)
  const bytes = ours.reduce((sum, path) => sum + statSync(join(packed.unpacked, path)).size, 0)
  expect(bytes).toBeGreaterThan(5_000_000)
  expect(bytes).toBeLessThanOrEqual(PACKAGED_LIMIT)
})

it('DT35: what lies beside the archive is what the archive says', () => {
  const archive = readFileSync(join(resources, 'app.asar'), 'latin1')
  const unpacked = join(resources, 'app.asar.unpacked/node_modules')
  const modules = globSync('**/*.node', { cwd: unpacked })
  expect(modules).toContain('better-sqlite3/prebuilds/linux-x64.node')
  const sums = nativeSums()
  for (const path of modules) expect(archive).toContain(`"${path}": "${sums[path]}"`)
  expect(changedModules(unpacked, sums)).toEqual([])
})

it.runIf(process.platform === 'linux')(
  'DT36: no process of the app has a network socket but the test’s own door',
  () => {
    const open = socketsOf(packed.app.pid!)
    expect(open.processes).toBeGreaterThan(2)
    // The door itself is seen, so that a reader who sees nothing does not pass.
    expect(open.sockets.length).toBeGreaterThan(0)
    expect(open.sockets.filter(socket => !socket.includes(`127.0.0.1:${packed.page.port}`))).toEqual([])
  },
)

it('DT31: every fuse this Electron has is set on purpose', async () => {
  const {
    version: _version,
    resetAdHocDarwinSignature: _reset,
    ...wire
  } = await getCurrentFuseWire(packed.executable)
  const [off, on] = ['0'.charCodeAt(0), '1'.charCodeAt(0)]
  expect(Object.values(wire)).toEqual([off, on, off, off, on, on, off])
})

it('PK11: evidence that could run is shown in its folder, may not be run and does not run', async () => {
  const answer = await packed.page.run(`window.ninefold.call("openEvidence", ${JSON.stringify(script)})`)
  expect(answer).toEqual({ ok: true, value: 'shown' })
  const [copy] = globSync('temporary/ninefold-opened-*/**/*.sh', { cwd: folder })
  expect(statSync(join(folder, copy!)).mode & 0o111).toBe(0)
  expect(existsSync(ran)).toBe(false)
})

it('PK9 PK10: a second start hands over a workbook by its address and ends, and one that is not there leaves the app as it is', async () => {
  const second = join(folder, 'Second copy.ninefold')
  ninefold('new', second, '--system', 'Somerset')
  expect(await packed.startAgain(pathToFileURL(second).href)).toBe(0)
  await expect
    .poll(() => packed.page.titles())
    .toEqual(expect.arrayContaining([expect.stringMatching(/Somerset/)]))
  expect(await packed.startAgain(join(folder, 'Gone.ninefold'))).toBe(0)
  await expect.poll(async () => (await packed.page.titles()).length).toBe(3)
  expect(await packed.page.run('document.querySelector("h1")?.textContent')).toMatch(/discussed/)
})

it('PK12: asked to end, it ends with code 0 and leaves the workbooks whole and free', async () => {
  const ended = new Promise(resolve => packed.app.once('exit', (code, signal) => resolve(code ?? signal)))
  packed.app.kill('SIGTERM')
  expect(await ended).toBe(0)
  expect(ninefold('check', file)).toBeTruthy()
  expect(globSync(`${file}-*`)).toEqual([])
})
