import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { NewWorkbook } from '../../shared/contract/control.ts'
import type { AreaId, RoundId } from '../../shared/model/ids.ts'
import type { Workbook } from '../../shared/model/workbook.ts'
import type { Deps } from './deps.ts'
import { discard } from './discard.ts'
import { shippedFramework, shippedFrameworkHash, shippedFrameworkText } from './framework.ts'
import { startLogging } from './store/change-log.ts'
import { createDatabase, type WritableDb } from './store/database.ts'
import { withEdit } from './store/edits.ts'
import { migrate } from './store/migrations/list.ts'
import { insertRow } from './store/rows.ts'
import { temporaryBeside } from './temporary.ts'
import { Trouble, troubleOf } from './trouble.ts'

/** The id of the system's own area, the same in every workbook. */
export const SYSTEM_AREA = 'system' as AreaId

/**
 * Makes a new workbook file with its system, places and first round. It is made under a temporary name and put in
 * place whole, so that a crash or a full disk never leaves half a workbook. Never writes over a file.
 */
export function createWorkbookFile(
  path: string,
  details: NewWorkbook,
  who: string,
  deps: Deps,
  options: {
    readonly isRehearsal?: boolean
    /** Fills the workbook further before it gets its name: the sample. */
    readonly more?: (db: WritableDb) => void
  } = {},
): void {
  const name = basename(path)
  if (!existsSync(dirname(path))) throw cannotMake(name)
  if (existsSync(path)) {
    throw new Trouble(
      'REFUSED',
      `There is already a file called ${name} there. Choose another name: Ninefold never writes over a workbook.`,
    )
  }
  const temporary = temporaryBeside(path, 'new')
  try {
    const db = createDatabase(temporary)
    try {
      migrate(db)
      fill(db, details, who, deps, options.isRehearsal ?? false)
      options.more?.(db)
    } finally {
      db.close()
    }
    putInPlace(temporary, path)
  } catch (error) {
    if ((error as { code?: string }).code === 'SQLITE_CANTOPEN') throw cannotMake(name)
    throw troubleOf(error) ?? error
  } finally {
    // A journal is only ever emptied, also when all went well.
    discard(temporary)
  }
}

function cannotMake(name: string): Trouble {
  return new Trouble(
    'FILE_TROUBLE',
    `${name} could not be made there: the folder is missing or does not allow writing. Choose another folder.`,
  )
}

/**
 * Moves a finished file to its name without ever replacing one, and makes the folder remember it. Where it cannot, there is
 * nothing under that name either.
 */
export function putInPlace(temporary: string, path: string): void {
  try {
    linkSync(temporary, path)
  } catch (error) {
    // Some drives (FAT, some shares) know no links.
    if ((error as { code?: string }).code === 'EEXIST' || existsSync(path)) {
      throw new Trouble(
        'REFUSED',
        `There is already a file called ${basename(path)} there. Choose another name.`,
      )
    }
    renameSync(temporary, path)
  }
  discard(temporary)
  try {
    syncFolder(dirname(path))
  } catch (error) {
    discard(path)
    throw error
  }
}

/** Makes a rename or a new name in a folder durable. Windows knows no such call and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function fill(db: WritableDb, details: NewWorkbook, who: string, deps: Deps, isRehearsal: boolean): void {
  const at = deps.now()
  startLogging(db)
  withEdit(db, { at, who, words: `Started the workbook of ${details.systemName}` }, () => {
    db.prepare('INSERT INTO framework (id, content) VALUES (?, ?)').run('framework', shippedFrameworkText)
    insertRow(db, 'workbook', workbookRow(details, at, deps, isRehearsal))
    for (const status of shippedFramework.actionPlan.statuses) {
      const { id, code, label, meaning, fill: colour, text, order, closes } = status
      insertRow(db, 'statuses', {
        id,
        code,
        label,
        meaning,
        fill: colour,
        textColour: text,
        position: order,
        isClosing: closes,
      })
    }
    insertRow(db, 'areas', { id: SYSTEM_AREA, kind: 'system', name: details.systemName, position: 0 })
    details.places.forEach((place, index) => {
      insertRow(db, 'areas', { id: deps.newId() as AreaId, kind: 'place', name: place, position: index + 1 })
    })
    insertRow(db, 'rounds', {
      id: deps.newId() as RoundId,
      name: details.roundName,
      asAt: details.asAt,
      state: 'open',
      position: 1,
      signedOffAt: null,
      signedOffBy: '',
    })
  })
}

function workbookRow(details: NewWorkbook, at: string, deps: Deps, isRehearsal: boolean): Workbook {
  return {
    id: 'workbook',
    uid: deps.newId(),
    systemName: details.systemName,
    systemKind: details.systemKind,
    systemKindOther: details.systemKindOther,
    isRehearsal,
    frameworkId: shippedFramework.framework.id,
    frameworkVersion: shippedFramework.framework.version,
    frameworkHash: shippedFrameworkHash,
    createdAt: at,
  }
}
