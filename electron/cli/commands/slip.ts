import { Command } from 'commander'
import { SlipExport } from '../../../shared/contract/export-request.ts'
import type { AreaId } from '../../../shared/model/ids.ts'
import type { Rows } from '../../../shared/model/snapshot.ts'
import { personKey } from '../../../shared/rules/closing.ts'
import { systemOf } from '../../../shared/rules/select.ts'
import { UsageError } from '../failed.ts'
import { type IdentifierOption, withIdentifierOption } from '../identifiers.ts'
import { requireXlsx, writeExport } from '../write-export.ts'

type Options = IdentifierOption & { readonly to: string; readonly place?: string }

/** `ninefold slip`: a rating slip of the system or a place (spec CN13). */
export function slipCommand(): Command {
  return withIdentifierOption(
    new Command('slip')
      .summary('write a rating slip')
      .description('Writes a one-page Excel file on which someone who cannot come rates the nine principles.')
      .argument('<file>', 'the workbook')
      .requiredOption('--to <out.xlsx>', 'the Excel file to write')
      .option('--place <name>', 'the place it asks about; without one the whole system'),
  ).action(exportSlip)
}

async function exportSlip(file: string, { to, place, ...option }: Options): Promise<void> {
  requireXlsx(to)
  await writeExport(file, to, option, rows => ({
    kind: 'slip',
    options: SlipExport.parse({ areaId: areaFrom(rows, place) }),
  }))
}

/** Letter case and spaces do not make another place. */
function areaFrom(rows: Rows, wanted: string | undefined): AreaId {
  if (wanted === undefined) return systemOf(rows)!.id
  const found = rows.areas.find(area => personKey(area.name) === personKey(wanted))
  if (found) return found.id
  throw new UsageError(
    `There is no place “${wanted}”. Choose one of these: ${rows.areas.map(area => area.name).join(', ')}.`,
  )
}
