import { execFileSync } from 'node:child_process'
import { dirname, join } from 'node:path'

/** A Python with openpyxl, the spreadsheet reader that is nobody's we use; `null` where there is none. */
export const python =
  ['python3', '/usr/bin/python3'].find(command => works(command, ['-c', 'import openpyxl'])) ?? null

/** LibreOffice; `null` where it is not installed. */
export const office = works('soffice', ['--version']) ? 'soffice' : null

export type OtherSheet = {
  readonly name: string
  readonly title: string
  readonly tables: readonly string[]
  readonly merged: number
  readonly formulas: number
  /** Rows as openpyxl has them: text, numbers, `date:2026-09-30` and, for formulas, their saved values. */
  readonly rows: readonly (readonly (string | number | null)[])[]
}

/** The whole file as openpyxl reads it. */
export function readWithOpenpyxl(path: string): OtherSheet[] {
  const script = `
import json, sys, openpyxl, datetime
live = openpyxl.load_workbook(sys.argv[1])
saved = openpyxl.load_workbook(sys.argv[1], data_only=True)
def plain(v): return 'date:' + v.strftime('%Y-%m-%d') if isinstance(v, datetime.datetime) else v
print(json.dumps([dict(name=s.title, title=s['A1'].value, tables=[t.ref for t in s.tables.values()],
  merged=len(s.merged_cells.ranges), formulas=sum(c.data_type == 'f' for r in s.iter_rows() for c in r),
  rows=[[plain(c.value) for c in r] for r in saved[s.title].iter_rows()]) for s in live.worksheets]))`
  return JSON.parse(execFileSync(python!, ['-c', script, path], { maxBuffer: 2 ** 28 }).toString())
}

/** What openpyxl says of the protection of each sheet: `open` are columns with cells that may be changed. */
export function locksSeenByOpenpyxl(path: string): {
  readonly name: string
  readonly state: string
  readonly isOn: boolean
  readonly password: string | null
  readonly allowed: boolean
  readonly open: readonly string[]
  readonly answers: number
  readonly hidden: readonly string[]
  readonly last: string
}[] {
  const script = `
import json, sys, openpyxl
from openpyxl.utils import get_column_letter
book = openpyxl.load_workbook(sys.argv[1])
def of(s):
  p, free = s.protection, [c for r in s.iter_rows() for c in r if not c.protection.locked]
  return dict(name=s.title, state=s.sheet_state, isOn=p.sheet, password=p.password,
    allowed=not (p.sort or p.autoFilter or p.formatColumns or p.formatRows or p.selectLockedCells),
    open=sorted({c.column_letter for c in free}), answers=len({c.row for c in free if c.column > 2}),
    hidden=[k for k, d in s.column_dimensions.items() if d.hidden], last=get_column_letter(s.max_column))
print(json.dumps([of(s) for s in book.worksheets]))`
  return JSON.parse(execFileSync(python!, ['-c', script, path], { maxBuffer: 2 ** 26 }).toString())
}

/** The file as LibreOffice has calculated it anew, as another Excel file beside it. */
export function recalculated(path: string): string {
  const folder = join(dirname(path), 'calculated')
  const profile = `-env:UserInstallation=file://${join(dirname(path), 'profile')}`
  execFileSync(office!, [profile, '--headless', '--convert-to', 'xlsx', '--outdir', folder, path], {
    stdio: 'ignore',
  })
  return join(folder, path.split('/').at(-1)!)
}

function works(command: string, args: string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
