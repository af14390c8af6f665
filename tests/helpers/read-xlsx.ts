import ExcelJS, { type CellValue, type Worksheet } from 'exceljs'

/** An exported workbook read back, with cells found by the words of their column. */
export async function readBook(path: string) {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(path)
  const sheet = (name: string) => {
    const found = workbook.getWorksheet(name)
    if (!found) throw new Error(`There is no sheet ${name}`)
    return found
  }
  return {
    workbook,
    sheet,
    /** The sheets a person sees. */
    shown: workbook.worksheets.filter(worksheet => worksheet.state === 'visible'),
    names: workbook.worksheets.map(worksheet => worksheet.name),
    /** The cell of a data row, counted from 1, under a heading. */
    cellOf: (name: string, row: number, header: string) => {
      const worksheet = sheet(name)
      return plain(worksheet.getRow(headerRow(worksheet) + row).getCell(columnOf(worksheet, header)).value)
    },
    /** Everything under a heading, down to the end of the table. */
    column: (name: string, header: string) => {
      const worksheet = sheet(name)
      const [first, last] = [headerRow(worksheet) + 1, lastRow(worksheet)]
      const column = columnOf(worksheet, header)
      return Array.from({ length: last - first + 1 }, (_, index) =>
        plain(worksheet.getRow(first + index).getCell(column).value),
      )
    },
  }
}

/** The reference of a sheet's one table, `A4:O11`. */
export function tableOf(worksheet: Worksheet): string {
  const tables = (worksheet as unknown as { tables: Record<string, { table: { tableRef: string } }> }).tables
  const found = Object.values(tables)
  if (found.length !== 1) throw new Error(`${worksheet.name} has ${found.length} tables`)
  return found[0]!.table.tableRef
}

export function headerRow(worksheet: Worksheet): number {
  return Number(/^[A-Z]+(\d+):/.exec(tableOf(worksheet))![1])
}

export function lastRow(worksheet: Worksheet): number {
  return Number(/(\d+)$/.exec(tableOf(worksheet))![1])
}

function columnOf(worksheet: Worksheet, header: string): number {
  const values = worksheet.getRow(headerRow(worksheet)).values as CellValue[]
  const found = values.indexOf(header)
  if (found === -1)
    throw new Error(`${worksheet.name} has no column ${header}: ${values.filter(Boolean).join(', ')}`)
  return found
}

/** A formula's value; anything else as it is. */
export function plain(value: CellValue): CellValue {
  return value !== null && typeof value === 'object' && 'formula' in value ? (value.result ?? null) : value
}
