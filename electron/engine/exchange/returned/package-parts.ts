import { Refusal } from './refusals.ts'
import { attributeOf, readXml } from './xml.ts'
import type { Parts } from './zip-parts.ts'

export type Relation = { readonly id: string; readonly type: string; readonly target: string }

/** The name of the workbook's own part; another kind of file in a zip is refused by what it is. */
export async function findWorkbookPart(parts: Parts): Promise<string> {
  const relations = await readRelations(parts, '')
  const main = relations.find(({ type }) => type === 'officeDocument')?.target
  if (main && /(^|\/)workbook[^/]*\.xml$/i.test(main) && parts.has(main)) return main
  refuseOthers(parts, main ?? '')
  if (main && parts.has(main)) return main
  if (parts.has('xl/workbook.xml')) return 'xl/workbook.xml'
  throw new Refusal(parts.has('[Content_Types].xml') ? 'damaged' : 'zip')
}

/** The relations of a part, their targets as names of parts; those that lead out of the file are left out. */
export async function readRelations(parts: Parts, part: string): Promise<Relation[]> {
  const slash = part.lastIndexOf('/') + 1
  const folder = part.slice(0, slash)
  const bytes = parts.read(`${folder}_rels/${part.slice(slash)}.rels`)
  const found: Relation[] = []
  if (!bytes) return found
  await readXml(bytes, {
    open(name, attributes) {
      if (name !== 'Relationship' || attributeOf(attributes, 'TargetMode') === 'External') return
      found.push({
        id: attributeOf(attributes, 'Id') ?? '',
        type: (attributeOf(attributes, 'Type') ?? '').split('/').at(-1)!,
        target: resolve(folder, attributeOf(attributes, 'Target') ?? ''),
      })
    },
    close() {},
  })
  return found
}

function resolve(folder: string, target: string): string {
  const plain = target.replaceAll('\\', '/')
  const steps = (plain.startsWith('/') ? plain : folder + plain).split('/')
  const path: string[] = []
  for (const step of steps) {
    if (step === '..') path.pop()
    else if (step !== '' && step !== '.') path.push(step)
  }
  return path.join('/')
}

function refuseOthers(parts: Parts, main: string): void {
  const names = parts.names()
  const holds = (start: string) => names.some(name => name.startsWith(start))
  if (main.endsWith('.bin') || parts.has('xl/workbook.bin')) throw new Refusal('xlsb')
  if (holds('word/')) throw new Refusal('word')
  if (holds('ppt/')) throw new Refusal('powerpoint')
  if (holds('index/') || parts.has('index.zip')) throw new Refusal('numbers')
  if (parts.has('content.xml') && (parts.has('mimetype') || holds('meta-inf/'))) throw new Refusal('ods')
}
