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
