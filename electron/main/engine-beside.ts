import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'

/** The Node-API version the database module is built for. */
const NEEDED_NAPI = 10

/**
 * The engine and the Node that were packed beside the app, because this Electron's own Node is too old for it; `null` in
 * every release, whose Electron is new enough whatever lies there (docs/decisions/plain-node-engine.md).
 */
export function engineBeside(): { readonly entry: string; readonly node: string } | null {
  if (!app.isPackaged || Number(process.versions.napi) >= NEEDED_NAPI) return null
  const folder = join(process.resourcesPath, 'engine-under-node')
  const node = join(folder, 'node')
  return existsSync(node) ? { entry: join(folder, 'dist/electron/engine.mjs'), node } : null
}
