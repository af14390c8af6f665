import { join } from 'node:path'
import { FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses'

/** Each of Electron's fuses, set on purpose. */
const FUSES = {
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  [FuseV1Options.WasmTrapHandlers]: true,
} as const

/** Sets every fuse this Electron has; the old one of the tests lacks the newest two. */
export async function setFuses(folder: string, platform: string): Promise<void> {
  const names: Record<string, string> = { darwin: 'Ninefold.app', win32: 'Ninefold.exe', linux: 'ninefold' }
  const executable = join(folder, names[platform]!)
  const wire: Record<string, unknown> = await getCurrentFuseWire(executable)
  await flipFuses(executable, {
    version: FuseVersion.V1,
    resetAdHocDarwinSignature: platform === 'darwin',
    ...Object.fromEntries(Object.entries(FUSES).filter(([fuse]) => fuse in wire)),
  })
}
