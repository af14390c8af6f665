import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hostileFiles } from '../helpers/hostile-xlsx.ts'
import { partsFor, rowXml, zipOf } from '../helpers/make-xlsx.ts'
import { KNOWN, PLAN } from '../helpers/returned.ts'
import { builtEngine } from './built-engine.ts'
import { interleaved, type Row } from './measure.ts'
import type { Scale } from './scale.ts'

/** Three drop-downs, each over every row there can be. */
const VALIDATIONS = ['A', 'B', 'C']
  .map(
    column =>
      `<dataValidation type="list" sqref="${column}1:${column}1048576"><formula1>"a,b"</formula1></dataValidation>`,
  )
  .join('')

/** `hostile-xlsx` and `hostile-bomb`: a file with drop-downs over three whole columns, and one that unpacks to 200 MB. */
export async function benchHostile(scale: Scale): Promise<Row[]> {
  const { readReturnedFile } = await builtEngine()
  const folder = mkdtempSync(join(tmpdir(), 'ninefold-bench-'))
  const file = (name: string, bytes: Buffer) => {
    writeFileSync(join(folder, name), bytes)
    return join(folder, name)
  }
  const rows = rowXml(1, PLAN) + planRows(1000)
  const clean = file('clean.xlsx', zipOf(partsFor([{ name: 'Action plan', rows }])))
  const after = `<dataValidations>${VALIDATIONS}</dataValidations>`
  const whole = file('whole.xlsx', zipOf(partsFor([{ name: 'Action plan', rows, after }])))
  const bomb = file('bomb.xlsx', hostileFiles(PLAN)['200 MB of one letter']!.make())
  const read = async (path: string) => {
    const book = await readReturnedFile(path, KNOWN)
    if (book.tables[0]?.rows.length !== 1000) throw new Error(`${path} was not read whole`)
  }
  const refuse = () =>
    readReturnedFile(bomb, KNOWN).then(
      () => {
        throw new Error('The bomb was read')
      },
      () => {},
    )
  const [value, reference, refused] = await interleaved(scale.runs(11), [
    () => read(whole),
    () => read(clean),
    refuse,
  ])
  rmSync(folder, { recursive: true })
  return [
    { name: 'hostile-xlsx', value: value!, reference: reference!, goal: 1.5 },
    { name: 'hostile-bomb', value: refused!, reference: 1000, goal: 1 },
  ]
}

function planRows(count: number): string {
  return Array.from({ length: count }, (_, index) => {
    const words = `Agree what ${index} does with the partners`
    return rowXml(index + 2, [`A-${index}`, words, `Owner ${index % 40}`, 46_000 + index, 'On track', ''])
  }).join('')
}
