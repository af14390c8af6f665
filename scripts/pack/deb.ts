import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { root } from '../root.ts'
import { desktopEntry, writeLinuxEntries } from './linux-entries.ts'
import { product } from './stage.ts'
import type { Target } from './targets.ts'

/** What Electron links to and does not bring. */
const DEPENDS = [
  'libasound2 | libasound2t64',
  'libatspi2.0-0',
  'libgbm1',
  'libgtk-3-0',
  'libnotify4',
  'libnss3',
  'libsecret-1-0',
  'libuuid1',
  'libxss1',
  'libxtst6',
  'xdg-utils',
]

/** As small as can be takes minutes. */
const COMPRESSION = { well: ['-Zxz'], quickly: ['-Zxz', '-z1'], not: ['-Znone'] } as const

/** Whether this computer can make Debian packages. */
export function canMakeDeb(): boolean {
  return spawnSync('dpkg-deb', ['--version'], { stdio: 'ignore' }).status === 0
}

/**
 * Makes a Debian package of an unpacked app, with Debian's own tool: electron-builder would fetch one. It has no script that
 * runs as root: Debian's own triggers take in the icons and the kind of file.
 */
export function makeDeb(
  app: string,
  to: string,
  arch: Target['arch'],
  compress: keyof typeof COMPRESSION = 'well',
): void {
  const tree = `${to}.tree`
  rmSync(tree, { recursive: true, force: true })
  const home = join(tree, 'opt/Ninefold')
  mkdirSync(join(tree, 'opt'), { recursive: true })
  // What is a link here is a file there; `cpSync` follows none inside a folder.
  execFileSync('cp', ['-aL', app, home])
  // Chromium's sandbox where the system gives ordinary users none of their own (Ubuntu since 24.04).
  chmodSync(join(home, 'chrome-sandbox'), 0o4755)
  mkdirSync(join(tree, 'usr/bin'), { recursive: true })
  symlinkSync('/opt/Ninefold/ninefold', join(tree, 'usr/bin/ninefold'))
  writeLinuxEntries(join(tree, 'usr'))
  writeIn(tree, 'usr/share/applications', 'ninefold.desktop', desktopEntry('/opt/Ninefold/ninefold'))
  mkdirSync(join(tree, 'usr/share/doc/ninefold'), { recursive: true })
  cpSync(join(root, 'LICENSE'), join(tree, 'usr/share/doc/ninefold/copyright'))
  writeIn(tree, 'DEBIAN', 'control', control(arch, Math.ceil(sizeOf(tree) / 1024)))
  execFileSync('dpkg-deb', ['--root-owner-group', ...COMPRESSION[compress], '--build', tree, to], {
    stdio: 'ignore',
  })
  rmSync(tree, { recursive: true })
}

function control(arch: Target['arch'], kilobytes: number): string {
  const { name, version, description } = product()
  return [
    `Package: ${name}`,
    // A tilde sorts before nothing: 1.0.0~beta comes before 1.0.0.
    `Version: ${version.replace('-', '~')}`,
    `Architecture: ${arch === 'x64' ? 'amd64' : 'arm64'}`,
    'Maintainer: The Ninefold authors <noreply@ninefold.invalid>',
    `Installed-Size: ${kilobytes}`,
    `Depends: ${DEPENDS.join(', ')}`,
    'Section: misc',
    'Priority: optional',
    `Description: ${description}`,
    ' Rate nine principles, attach what proves each rating, agree what to do next and',
    ' hand your board an Excel action plan. Works offline, from one file.',
    '',
  ].join('\n')
}

function writeIn(tree: string, folder: string, name: string, text: string): void {
  mkdirSync(join(tree, folder), { recursive: true })
  writeFileSync(join(tree, folder, name), text)
}

function sizeOf(path: string): number {
  const stats = lstatSync(path)
  if (!stats.isDirectory()) return stats.size
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0)
}
