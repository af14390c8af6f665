import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DesktopApp, startDesktop } from '../helpers/desktop-app.ts'
import { closeDisplay } from '../helpers/display.ts'

const details = {
  systemName: 'Stand-in',
  systemKind: 'stp',
  systemKindOther: '',
  places: [],
  roundName: 'Round one',
  asAt: '2026-11-22',
}

let standIn: { entry: string; page: string }
beforeAll(async () => {
  standIn = await buildStandIn()
})
afterAll(closeDisplay)

describe.each([
  { mount: 'a utility process with a direct port', underNode: false },
  { mount: 'a plain Node process behind the relay', underNode: true },
])('the engine in $mount', ({ underNode }) => {
  let desktop: DesktopApp
  let file: string
  beforeAll(async () => {
    desktop = await startDesktop({
      underNode,
      env: { NINEFOLD_ENGINE_ENTRY: standIn.entry, NINEFOLD_PAGE_FOLDER: standIn.page },
    })
    file = join(desktop.folder, 'Stand-in.ninefold')
    await desktop.answerDialogs({ saveTo: file })
    await desktop.page.waitForFunction('window.shell')
    expect(await run(desktop.page, `shell.create(${JSON.stringify(details)})`)).toEqual({ kind: 'opened' })
    await run(desktop.page, connect)
  })
  afterAll(() => desktop?.close())

  it('DT6: hands each call what it stands on', async () => {
    expect(await run(desktop.page, 'line.client.context()')).toEqual({ isEngine: true })
  })

  it('DT1: answers calls, typed errors and streams', async () => {
    await run(desktop.page, 'line.client.write("one")')
    expect(await run(desktop.page, 'line.client.lines()')).toEqual(['one'])
    expect(
      await run(desktop.page, 'line.client.refuse().catch(error => [error.code, error.message])'),
    ).toEqual(['REFUSED', 'The rule says no.'])
    expect(
      await run(
        desktop.page,
        `(async () => {
          const stop = new AbortController()
          const stream = await line.client.watch(undefined, { signal: stop.signal })
          const first = stream.next()
          await line.client.write('two')
          const { value } = await first
          stop.abort()
          return value
        })()`,
      ),
    ).toBe('two')
    await expect.poll(() => run(desktop.page, 'line.client.watchers()')).toBe(0)
  })

  it('DT2: dropped and pasted files reach the engine by their bytes, whatever their size', async () => {
    const targets = '{ areaIds: [], principleIds: [], actionIds: [] }'
    const large = join(desktop.folder, 'large.bin')
    const bytes = Buffer.alloc(5 * 1024 * 1024 + 7, 'Ninefold')
    writeFileSync(large, bytes)
    await desktop.page.evaluate(() => {
      document.body.innerHTML = '<input type="file">'
    })
    await desktop.page.setInputFiles('input', large)
    const files = `[...document.querySelector('input').files, new File([new Uint8Array([0, 255, 7])], 'p.png'), new File([], '')]`
    await run(desktop.page, `shell.attachFiles(${files}, ${targets})`)
    const sha = (content: Uint8Array) => createHash('sha256').update(content).digest('hex')
    expect(linesOf(file).slice(-3)).toEqual([
      `bytes large.bin ${bytes.length} ${sha(bytes)}`,
      `bytes p.png 3 ${sha(new Uint8Array([0, 255, 7]))}`,
      `bytes Pasted picture.png 0 ${sha(new Uint8Array(0))}`,
    ])
  })

  it('DT27: a file that is gone by the time it is read is told by name, and the others go on', async () => {
    const gone = join(desktop.folder, 'gone.bin')
    writeFileSync(gone, Buffer.alloc(3 * 1024 * 1024))
    await desktop.page.evaluate(() => {
      document.body.innerHTML = '<input type="file">'
    })
    await desktop.page.setInputFiles('input', gone)
    // Chromium asks for a file's size when it is first wanted.
    await desktop.page.evaluate(() => document.querySelector('input')!.files![0]!.size)
    rmSync(gone)
    const files = `[...document.querySelector('input').files, new File(['x'], 'there.txt')]`
    await run(desktop.page, `shell.attachFiles(${files}, { areaIds: [], principleIds: [], actionIds: [] })`)
    const [first, second] = linesOf(file).slice(-2)
    expect(first).toMatch(/^“gone.bin” could not be read/)
    expect(second).toMatch(/^bytes there.txt 1 /)
  })

  it('DT25: files that were chosen reach the engine by their place, dropped ones by their bytes, each in a folder of its own', async () => {
    const { folder, page } = desktop
    const [sunita, whole] = [join(folder, 'Sunita – Böhm.xlsx'), join(folder, 'Returned')]
    writeFileSync(sunita, 'words')
    mkdirSync(whole, { recursive: true })
    await desktop.answerDialogs({ open: [sunita] })
    expect(await run(page, 'shell.readReturned(false)')).toMatchObject({ read: 1, refused: 0 })
    await desktop.answerDialogs({ open: [whole] })
    await run(page, 'shell.readReturned(true)')
    await desktop.answerDialogs({ open: [] })
    expect(await run(page, 'shell.readReturned(false)')).toBeNull()
    const before = linesOf(file)
    expect(before.slice(-2)).toEqual([`returned ${sunita} words`, `returned ${whole} folder`])

    const dropped = `['one', 'two'].map(words => new File([words], '../a:b/Plan.xlsx'))`
    expect(await run(page, `shell.readReturnedFiles(${dropped})`)).toMatchObject({ read: 2 })
    expect(linesOf(file).slice(before.length)).toEqual([
      `returned ${join(folder, '00000', '_a_b_Plan.xlsx')} one`,
      `returned ${join(folder, '00001', '_a_b_Plan.xlsx')} two`,
    ])
  })

  it('DT26: owner workbooks go into a folder of their own where the user says; other files get their own dialogs', async () => {
    const { folder, page } = desktop
    const parent = mkdtempSync(join(folder, 'parent-'))
    const ask = (kind: string, options = '{}') =>
      run(page, `shell.exportFile({ kind: '${kind}', options: ${options} })`)
    await desktop.answerDialogs({ open: [parent], saveTo: join(folder, 'not here.xlsx') })
    expect(await ask('owners', `{ replyBy: '', replyTo: '' }`)).toMatchObject({
      name: 'Owner workbooks',
      remarks: ['2 actions have no owner.'],
    })
    expect(statSync(join(parent, 'Owner workbooks')).isDirectory()).toBe(true)
    expect(existsSync(join(folder, 'not here.xlsx'))).toBe(false)
    await desktop.answerDialogs({ open: [] })
    expect(await ask('owners', `{ replyBy: '', replyTo: '' }`)).toBeNull()

    const plan = `{ hasRatings: false, readers: 'others', forWhom: '' }`
    const slip = `{ areaId: '00000000-0000-7000-8000-000000000001', name: '', organisationType: null, replyBy: '', replyTo: '' }`
    for (const [kind, options, title] of [
      ['plan', plan, 'Save the plan to fill in'],
      ['slip', slip, 'Save the rating slip'],
    ] as const) {
      const asked = await watchSaving(desktop, join(folder, `${kind}.xlsx`))
      expect(await ask(kind, options)).toMatchObject({ name: `${kind}.xlsx` })
      expect(await asked()).toEqual([[title, `A ${kind}.xlsx`]])
    }
  })

  it('DT3: a page that goes away in the middle of a stream leaves the engine standing', async () => {
    const before = await run(desktop.page, 'line.client.write("before")')
    await run(desktop.page, 'line.client.watch().then(stream => { stream.next() })')
    await desktop.page.reload()
    await desktop.page.waitForFunction('window.shell')
    await run(desktop.page, connect)
    expect(await run(desktop.page, 'line.client.write("after")')).toBe(before)
  })

  it('DT4: after a crash the same page goes on over a new port, and nothing written is lost', async () => {
    const pid = await run(desktop.page, 'line.client.write("kept")')
    const slow = run(desktop.page, 'line.client.slow().catch(error => [error.code, error.message])')
    await new Promise(resolve => setTimeout(resolve, 100))
    process.kill(Number(pid), 'SIGKILL')
    expect(await slow).toEqual(['ENGINE_GONE', expect.stringContaining('What was saved is safe')])
    await run(desktop.page, 'line.whenGone')
    expect(await run(desktop.page, 'line.client.lines().catch(error => error.code)')).toBe('ENGINE_GONE')
    await run(desktop.page, connect)
    expect(await run(desktop.page, 'line.client.lines()')).toContain('kept')
    expect(await run(desktop.page, 'line.client.write("again")')).not.toBe(pid)
  })

  it('DT5: an engine that will not stay up ends in a sentence, and asking again tries afresh', async () => {
    const pid = await run(desktop.page, 'line.client.write("die")')
    process.kill(Number(pid), 'SIGKILL')
    await run(desktop.page, 'line.whenGone')
    await new Promise(resolve => setTimeout(resolve, 1000))
    expect(await run(desktop.page, 'shell.connect().catch(error => error.message)')).toContain(
      'try again, or close and reopen it',
    )
    writeFileSync(file, 'healed\n')
    await run(desktop.page, connect)
    expect(await run(desktop.page, 'line.client.lines()')).toEqual(['healed'])
  })
})

const connect = 'shell.connect().then(line => { window.line = line })'

function run(page: Page, script: string): Promise<unknown> {
  return page.evaluate(script)
}

/** Bundles the stand-in as the real parts are bundled: the engine for Electron's own Node, the page for the page. */
async function buildStandIn() {
  const folder = mkdtempSync(join(tmpdir(), 'ninefold-stand-in-'))
  const from = join(import.meta.dirname, 'stand-in')
  const common = { bundle: true, logLevel: 'warning' } as const
  await build({
    ...common,
    entryPoints: [join(from, 'engine.ts')],
    outfile: join(folder, 'engine.cjs'),
    platform: 'node',
    target: 'node18',
    format: 'cjs',
  })
  await build({
    ...common,
    entryPoints: [join(from, 'page.ts')],
    outfile: join(folder, 'page/page.js'),
    target: 'chrome114',
    format: 'esm',
  })
  writeFileSync(
    join(folder, 'page/index.html'),
    '<!doctype html><title>Stand-in</title><body><script type="module" src="page.js"></script>',
  )
  return { entry: join(folder, 'engine.cjs'), page: join(folder, 'page') }
}

function linesOf(file: string): string[] {
  return readFileSync(file, 'utf8').split('\n').filter(Boolean)
}

/** Answers the next dialogs for saving, and gives their titles and the names they suggest. */
async function watchSaving({ app }: DesktopApp, saveTo: string): Promise<() => Promise<[string, string][]>> {
  await app.evaluate(({ dialog }, to) => {
    const asked: [string, string][] = []
    Object.assign(globalThis, { asked })
    Object.assign(dialog, {
      showSaveDialog: async (_window: unknown, options: { title: string; defaultPath: string }) => {
        asked.push([options.title, options.defaultPath.replace(/^.*[\\/]/, '')])
        return { canceled: false, filePath: to }
      },
    })
  }, saveTo)
  return () => app.evaluate(() => (globalThis as unknown as { asked: [string, string][] }).asked)
}
