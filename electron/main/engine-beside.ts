import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The Node-API version the database module is built for. */
const NEEDED_NAPI = 10

/**
 * The engine and the Node that were packed beside the app, because this Electron's own Node is too old for it; `null` in
 * every release, whose Electron is new enough whatever lies there (docs/decisions/plain-node-engine.md).
 */
export function engineBeside(running: {
  readonly isPackaged: boolean
  readonly resources: string
  /** The Node-API version of this Electron's Node. */
  readonly napi: string | undefined
}): { readonly entry: string; readonly node: string } | null {
  if (!running.isPackaged || Number(running.napi) >= NEEDED_NAPI) return null
  const folder = join(running.resources, 'engine-under-node')
  const node = join(folder, 'node')
  return existsSync(node) ? { entry: join(folder, 'dist/electron/engine.mjs'), node } : null
}
