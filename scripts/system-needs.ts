import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Something the tests need that npm cannot bring. */
type Need = {
  readonly name: string
  /** Debian's packages, best first. */
  readonly packages: readonly string[]
  isThere(): boolean
}

const needs: readonly Need[] = [
  { name: 'Xvfb', packages: ['xvfb'], isThere: () => findProgram('Xvfb') !== null },
  { name: 'Chromium', packages: ['chromium'], isThere: () => findChromium() !== null },
  library('libgtk-3.so.0', ['libgtk-3-0', 'libgtk-3-0t64']),
  library('libnss3.so', ['libnss3']),
  library('libasound.so.2', ['libasound2', 'libasound2t64']),
  library('libgbm.so.1', ['libgbm1']),
  {
    name: 'LibreOffice Calc',
    packages: ['libreoffice-calc-nogui'],
    isThere: () => findProgram('soffice') !== null,
  },
  { name: 'pdftoppm', packages: ['poppler-utils'], isThere: () => findProgram('pdftoppm') !== null },
  {
    name: 'openpyxl',
    packages: ['python3-openpyxl'],
    isThere: () => hasPythonModule('openpyxl'),
  },
  {
    name: 'XlsxWriter',
    packages: ['python3-xlsxwriter'],
    isThere: () => hasPythonModule('xlsxwriter'),
  },
  {
    name: 'gcc',
    packages: ['gcc'],
    isThere: () => process.platform !== 'linux' || findProgram('gcc') !== null,
  },
  {
    name: 'the headers of libc',
    packages: ['libc6-dev'],
    isThere: () => process.platform !== 'linux' || existsSync('/usr/include/dlfcn.h'),
  },
]

/**
 * Installs what the tests need from the system where that can be done without asking (Debian and its kin, as root), and
 * gives the names of what is still missing.
 */
export function installSystemNeeds(say: (line: string) => void): string[] {
  const missing = needs.filter(need => !need.isThere())
  const canInstall = process.platform === 'linux' && process.getuid?.() === 0 && findProgram('apt-get')
  if (missing.length > 0 && canInstall) {
    say(`installing ${missing.map(need => need.name).join(', ')}`)
    aptGet(['update'])
    // Together first, which is quicker; one by one when a name is not known to this release.
    if (!aptGet(['install', ...missing.map(need => need.packages[0]!)]))
      for (const need of missing) need.packages.some(name => aptGet(['install', name]))
  }
  return needs.filter(need => !need.isThere()).map(need => need.name)
}

/** A Chromium on this computer, or null. `NINEFOLD_CHROMIUM` names one. */
function findChromium(): string | null {
  const { NINEFOLD_CHROMIUM } = process.env
  if (NINEFOLD_CHROMIUM) return NINEFOLD_CHROMIUM
  const names = [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge',
    'msedge',
  ]
  const places = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ...['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].flatMap(name => [
      join(process.env[name] ?? '', 'Google/Chrome/Application/chrome.exe'),
      join(process.env[name] ?? '', 'Microsoft/Edge/Application/msedge.exe'),
    ]),
  ]
  for (const name of names) {
    const found = findProgram(name)
    if (found) return found
  }
  return places.find(place => existsSync(place)) ?? null
}

function findProgram(name: string): string | null {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, name)
    if (folder && existsSync(path)) return path
  }
  return null
}

/** The system's own Python counts too where another one comes first: Debian's packages are for that one. */
function hasPythonModule(name: string): boolean {
  return ['python3', '/usr/bin/python3'].some(
    python => spawnSync(python, ['-c', `import ${name}`], { stdio: 'ignore' }).status === 0,
  )
}

/** A shared library Electron links to. Elsewhere than on Linux it brings its own. */
function library(file: string, packages: readonly string[]): Need {
  const isThere = () => process.platform !== 'linux' || knownLibraries().includes(file)
  return { name: file, packages, isThere }
}

function knownLibraries(): string {
  const { stdout } = spawnSync('ldconfig', ['-p'], {
    encoding: 'utf8',
    env: { ...process.env, PATH: `${process.env.PATH}:/sbin:/usr/sbin` },
  })
  return stdout ?? ''
}

function aptGet(args: readonly string[]): boolean {
  try {
    execFileSync('apt-get', ['-qq', '-y', '--no-install-recommends', ...args], {
      stdio: 'ignore',
      timeout: 10 * 60_000,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
    return true
  } catch {
    return false
  }
}
