import type { Day } from '../../../../shared/model/fields.ts'
import { plainText } from './plain-text.ts'
import { readXml } from './xml.ts'

/** Who saved a file last and when, as far as it says so. */
export type CoreProperties = { readonly lastModifiedBy: string; readonly modifiedOn: Day | null }

/** Reads who saved a file last and when; empty and `null` where it does not say, or when there is no such part. */
export async function readCoreProperties(bytes: AsyncIterable<Uint8Array> | null): Promise<CoreProperties> {
  const said = { lastModifiedBy: '', modified: '' }
  let into: keyof typeof said | null = null
  if (bytes)
    await readXml(bytes, {
      open(name) {
        into = name === 'lastModifiedBy' || name === 'modified' ? name : null
      },
      text(text) {
        if (into && said[into].length < 1000) said[into] += text
      },
      close() {
        into = null
      },
    })
  const at = new Date(said.modified.trim())
  return {
    lastModifiedBy: plainText(said.lastModifiedBy).trim().slice(0, 200),
    modifiedOn: Number.isNaN(at.getTime()) ? null : at.toISOString().slice(0, 10),
  }
}
