import type { ExportRequest } from '../../shared/contract/export-request.ts'
import { localDay } from '../../shared/text/dates.ts'
import {
  boardFileName,
  historyFileName,
  ownersFolderName,
  planFileName,
  slipFileName,
} from '../../shared/text/file-names.ts'
import { areaOf } from './export-fill-in.ts'
import type { Session } from './session.ts'
import { listRows } from './store/rows.ts'

/** What a file, or the folder of owner workbooks, is called unless the user says otherwise. */
export function suggestExportName(
  session: Session,
  request: ExportRequest,
): { name: string; isFolder: boolean } {
  const [workbook] = listRows(session.db, 'workbook')
  const day = localDay(new Date(session.deps.now()))
  switch (request.kind) {
    case 'board':
      return { name: boardFileName(workbook!, day), isFolder: false }
    case 'plan':
      return { name: planFileName(workbook!, day), isFolder: false }
    case 'owners':
      return { name: ownersFolderName(workbook!, day), isFolder: true }
    case 'history':
      return { name: historyFileName(workbook!, day), isFolder: false }
    case 'slip': {
      const { name } = areaOf(session, request.options)
      return { name: slipFileName(workbook!, name, day), isFolder: false }
    }
  }
}
