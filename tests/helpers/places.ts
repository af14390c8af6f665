import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect } from 'vitest'
import type { PlaceDeps } from '../../electron/engine/places/place-deps.ts'
import { checkSession } from '../../electron/engine/verify.ts'
import { DETAILS, freshFolder, startEngineFor } from './engine.ts'
import { type Laptop, laptopWith } from './laptop.ts'

export { engineOn, type Opener } from './laptop.ts'

/** A folder that both laptops take for a network drive, and a workbook in it. */
export function sharedFolder(): string {
  return freshFolder()
}

/** A laptop with a working folder of its own; it publishes only when asked to unless `more` says otherwise. */
export function laptop(name: string, shared: string, more: Partial<PlaceDeps> = {}): Laptop {
  return laptopWith(name, shared, { workingFolder: join(freshFolder(), 'working'), ...more })
}

/** A workbook without places in a shared folder. */
export async function sharedWorkbook(folder: string, name = 'Northmoor.ninefold'): Promise<string> {
  const path = join(folder, name)
  const { shell } = startEngineFor()
  await shell.file.create({ path, details: { ...DETAILS, places: [] }, who: { name: '', role: '' } })
  await shell.file.close()
  return path
}

/** The names of places in each workbook of a folder, each opened and checked whole. Nobody has them open. */
export async function placesIn(folder: string): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {}
  for (const name of workbooksIn(folder)) {
    const { engine, page, shell } = startEngineFor()
    await shell.file.open({ path: join(folder, name), who: { name: '', role: '' }, mode: 'read' })
    const { rows } = await page.workbook.read()
    expect(await checkSession(engine.state.session!), name).toMatchObject({ ok: true })
    found[name] = rows.areas.filter(area => area.kind === 'place').map(area => area.name)
    await shell.file.close()
  }
  return found
}

/** The workbooks of a folder by name. */
export function workbooksIn(folder: string): string[] {
  return readdirSync(folder).filter(isWorkbook).sort()
}

/** What lies in a folder besides workbooks: nothing, when all is put away. */
export function leftIn(folder: string): string[] {
  return readdirSync(folder).filter(name => !isWorkbook(name))
}

/** The working copies of a laptop. */
export function workingCopies({ working }: Laptop): string[] {
  return readdirSync(working, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => join(working, entry.name))
}

/** Whether a file is a whole database, as another program sees it. */
export function isWhole(path: string): boolean {
  const db = new Database(path, { readonly: true })
  try {
    return db.pragma('integrity_check', { simple: true }) === 'ok'
  } finally {
    db.close()
  }
}

function isWorkbook(name: string): boolean {
  return name.endsWith('.ninefold') && !name.startsWith('~$')
}
