import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { changedModules } from '../../../electron/engine/native-modules.ts'
import { nativeSums, root } from '../../../scripts/build.ts'
import { packageApp } from '../../../scripts/package.ts'
import { testElectron } from '../../../scripts/test-electron.ts'
import { boardInput } from '../../helpers/board-input.ts'
import { desktopEnv, electronFlags, freshFolder } from '../helpers/desktop-app.ts'
import { closeDisplay } from '../helpers/display.ts'
import { doorTo, type PageDoor } from '../helpers/page-door.ts'
import { socketsOf } from '../helpers/sockets.ts'

/** The packed app: one archive, its fuses set. It has no inspector any more, so Chromium's own door drives it. */
let folder: string
let executable: string
let app: ChildProcess
let page: PageDoor
beforeAll(async () => {
  folder = freshFolder()
  const output = join(folder, 'release')
  await packageApp({ dir: true, output, electron: await testElectron(), forTests: true })
  executable = join(output, 'linux-unpacked', 'ninefold')
  const file = join(folder, 'Packed.ninefold')
  execFileSync(process.execPath, [join(root, 'dist/electron/cli.mjs'), 'new', file, '--system', 'Dorset'])
  app = spawn(executable, [...electronFlags(folder), '--remote-debugging-port=0', file], {
    env: await desktopEnv({
      NINEFOLD_ENGINE_NODE: process.execPath,
      NINEFOLD_ENGINE_ENTRY: join(root, 'dist/electron/engine.mjs'),
    }),
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  page = await doorTo(app)
}, 300_000)
afterAll(async () => {
  page?.close()
  app?.kill()
  closeDisplay()
})

it('DT30: the packed app opens a workbook from its archive', async () => {
  await expect.poll(() => page.run('document.querySelector("h1")?.textContent')).toMatch(/discussed/)
  expect(await page.run('location.href')).toBe('app://ninefold/index.html')
  expect(await page.run('window.ninefold.call("current")')).toMatchObject({
    ok: true,
    value: { name: 'Packed' },
  })
})

it('DT30: the board workbook, radar and all, is made by what lies in the archive', async () => {
  const to = join(folder, 'Board.xlsx')
  const { rows, ...input } = boardInput()
  const script = join(folder, 'export.cjs')
  const messages = [
    ...Object.entries(rows).map(([collection, all]) => ({ kind: 'rows', collection, rows: all })),
    { kind: 'make', input, path: to },
  ]
  writeFileSync(
    script,
    `const { Worker } = require('node:worker_threads')
    const worker = new Worker(${JSON.stringify(join(dirname(executable), 'resources/app.asar/dist/electron/export-worker.cjs'))})
    worker.on('message', message => {
      if (message.kind === 'progress') return
      console.log(JSON.stringify(message))
      worker.terminate()
    })
    for (const message of ${JSON.stringify(messages)}) worker.postMessage(message)`,
  )
  // The packed program is no plain Node any more (DT31); the Electron it was packed around is, and reads archives too.
  const said = execFileSync((await testElectron()).executable, [script], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    encoding: 'utf8',
  })
  expect(JSON.parse(said)).toMatchObject({ kind: 'made' })
  expect(readFileSync(to, 'latin1')).toMatch(/xl\/media\/\S+\.png/)
})

it('DT35: what lies beside the archive is what the archive says', () => {
  const resources = join(dirname(executable), 'resources')
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
    const open = socketsOf(app.pid!)
    expect(open.processes).toBeGreaterThan(2)
    // The door itself is seen, so that a reader who sees nothing does not pass.
    expect(open.sockets.length).toBeGreaterThan(0)
    expect(open.sockets.filter(socket => !socket.includes(`127.0.0.1:${page.port}`))).toEqual([])
  },
)

it('DT31: every fuse this Electron has is set on purpose', async () => {
  const {
    version: _version,
    resetAdHocDarwinSignature: _reset,
    ...wire
  } = await getCurrentFuseWire(executable)
  const [off, on] = ['0'.charCodeAt(0), '1'.charCodeAt(0)]
  expect(Object.values(wire)).toEqual([off, on, off, off, on, on, off])
})
