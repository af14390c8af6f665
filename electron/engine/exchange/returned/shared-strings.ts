import { LIMITS } from './limits.ts'
import { plainText } from './plain-text.ts'
import { Refusal } from './refusals.ts'
import { readXml } from './xml.ts'

/** The texts that cells point at by number. Rich text is joined; how it is pronounced (`rPh`) is not part of it. */
export async function readSharedStrings(bytes: AsyncIterable<Uint8Array> | null): Promise<string[]> {
  const strings: string[] = []
  if (!bytes) return strings
  let item = ''
  let characters = 0
  let isText = false
  let isSpoken = false
  await readXml(bytes, {
    open(name) {
      if (name === 'si') item = ''
      else if (name === 't') isText = !isSpoken
      else if (name === 'rPh') isSpoken = true
    },
    text(text) {
      if (isText) item += text
    },
    close(name) {
      if (name === 't') isText = false
      else if (name === 'rPh') isSpoken = false
      else if (name === 'si') {
        characters += item.length
        if (strings.length >= LIMITS.sharedStrings || characters > LIMITS.characters)
          throw new Refusal('tooMuch')
        strings.push(plainText(item))
      }
    },
  })
  return strings
}
