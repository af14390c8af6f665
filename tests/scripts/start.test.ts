import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { freshFolder } from '../helpers/engine.ts'

const ROOT = join(import.meta.dirname, '../..')

it.skipIf(process.platform !== 'linux')(
  'DT32: without a display, start says why in one sentence and gives one address that answers',
  async () => {
    const { DISPLAY: _, WAYLAND_DISPLAY: __, ...env } = process.env
    const start = spawn(process.execPath, ['scripts/start.ts', freshFolder()], {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    onTestFinished(() => void start.kill('SIGTERM'))
    let said = ''
    start.stdout.on('data', piece => {
      said += piece
    })
    await expect.poll(() => said, { timeout: 60_000 }).toMatch(/http:\/\/\S+\n/)
    expect(said).toMatch(
      /^Ninefold is at this address in your browser, because there is no display for a window/,
    )
    const addresses = said.match(/http:\/\/\S+/g) ?? []
    expect(addresses).toHaveLength(1)
    expect((await fetch(addresses[0]!.split('#')[0]!)).status).toBe(200)
    start.kill('SIGTERM')
    await once(start, 'exit')
  },
  90_000,
)
