import ExcelJS from 'exceljs'

/**
 * Changes a cell of a workbook as its reader would, found by the words of its header and of the first cell of its row,
 * and saves it at `to`.
 */
export async function editXlsx(
  from: string,
  to: string,
  cell: { readonly row: string; readonly header: string; readonly value: string | Date },
): Promise<void> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(from)
  for (const sheet of book.worksheets) {
    let column = 0
    let isDone = false
    sheet.eachRow(row => {
      row.eachCell(one => {
        if (one.text === cell.header) column = Number(one.col)
      })
      if (column === 0 || isDone || row.getCell(1).text !== cell.row) return
      row.getCell(column).value = cell.value
      isDone = true
    })
    if (!isDone) continue
    await book.xlsx.writeFile(to)
    return
  }
  throw new Error(`There is no row ${cell.row} with a column ${cell.header}`)
}
