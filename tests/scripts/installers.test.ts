import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { canMakeDeb, makeDeb } from '../../scripts/pack/deb.ts'
import { drawIcons, iconFolder } from '../../scripts/pack/icons.ts'
import { root } from '../../scripts/root.ts'
import { freshFolder } from '../helpers/engine.ts'

const config = readFileSync(join(root, 'electron-builder.yml'), 'utf8')
const section = (name: string) => new RegExp(`^${name}:\\n((?: {2}.*\\n)*)`, 'm').exec(config)?.[1] ?? ''

it('PK15: the Windows installer asks for no administrator and no answer', () => {
  expect(section('nsis')).toMatch(/oneClick: true\n {2}perMachine: false\n {2}allowElevation: false/)
  expect(section('portable')).toContain('requestExecutionLevel: user')
})

it('PK15: nothing looks for an update', () => {
  expect(config).toMatch(/^publish: null$/m)
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  expect(Object.keys(packages).filter(path => /updater/.test(path))).toEqual([])
})

it('PK14: workbooks and the app have an icon for Windows, macOS and Linux', () => {
  drawIcons()
  expect(config).toMatch(/^fileAssociations:\n {2}- ext: ninefold\n/m)
  for (const name of ['icon', 'ninefold']) {
    const windows = readFileSync(join(iconFolder, `${name}.ico`))
    expect([...windows.subarray(0, 6)]).toEqual([0, 0, 1, 0, 7, 0])
    // Each picture lies where the directory says, and is a PNG.
    for (let at = 6; at < 6 + 7 * 16; at += 16)
      expect(
        windows.subarray(windows.readUInt32LE(at + 12) + 1, windows.readUInt32LE(at + 12) + 4).toString(),
      ).toBe('PNG')
    const apple = readFileSync(join(iconFolder, `${name}.icns`))
    expect([apple.toString('latin1', 0, 4), apple.readUInt32BE(4)]).toEqual(['icns', apple.length])
    expect(readFileSync(join(iconFolder, name, '256x256.png')).readUInt32BE(16)).toBe(256)
  }
})

it.skipIf(!canMakeDeb())(
  'PK13 PK14: the Debian package has no script, and brings menu entry, kind of file, icons and sandbox',
  () => {
    drawIcons()
    const folder = freshFolder()
    const app = join(folder, 'linux-unpacked')
    mkdirSync(app)
    for (const name of ['ninefold', 'chrome-sandbox']) writeFileSync(join(app, name), '', { mode: 0o755 })
    // A link of this computer would lead nowhere on another.
    mkdirSync(join(app, 'resources'))
    symlinkSync('/bin/sh', join(app, 'resources/node'))
    const deb = join(folder, 'ninefold.deb')
    makeDeb(app, deb, 'x64', 'not')
    const tell = (...args: string[]) => execFileSync('dpkg-deb', [...args, deb], { encoding: 'utf8' })
    expect(tell('--field')).toMatch(/^Package: ninefold\nVersion: \d+\.\d+\.\d+\nArchitecture: amd64\n/)
    expect(execFileSync('dpkg-deb', ['--ctrl-tarfile', deb]).toString('latin1')).not.toMatch(
      /\.\/(pre|post)(inst|rm)/,
    )
    const list = tell('--contents')
    expect(list).toMatch(/^-rwsr-xr-x root\/root .* \.\/opt\/Ninefold\/chrome-sandbox$/m)
    expect([...list.matchAll(/\S+ -> .*/g)].map(match => match[0])).toEqual([
      './usr/bin/ninefold -> /opt/Ninefold/ninefold',
    ])
    for (const path of [
      'share/applications/ninefold.desktop',
      'share/mime/packages/ninefold.xml',
      'share/icons/hicolor/48x48/apps/ninefold.png',
      'share/icons/hicolor/48x48/mimetypes/application-x-ninefold.png',
      'share/doc/ninefold/copyright',
    ])
      expect(list).toContain(`./usr/${path}\n`)
    execFileSync('dpkg-deb', ['--extract', deb, join(folder, 'out')])
    const entry = readFileSync(join(folder, 'out/usr/share/applications/ninefold.desktop'), 'utf8')
    expect(entry).toMatch(/^Exec=\/opt\/Ninefold\/ninefold %F$/m)
    expect(entry).toMatch(/^MimeType=application\/x-ninefold;$/m)
  },
)
