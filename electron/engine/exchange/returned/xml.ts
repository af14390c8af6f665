import { SaxesParser } from 'saxes'
import { LIMITS } from './limits.ts'
import { Refusal } from './refusals.ts'

export type Attributes = Readonly<Record<string, string>>

/** What a reader of a part hears. Names come without their prefix: files differ in them, and mean the same. */
export type Listener = {
  readonly open: (name: string, attributes: Attributes) => void
  readonly close: (name: string) => void
  readonly text?: (text: string) => void
  /** After every piece of the part; reading goes on when it is done, unless it says to stop. */
  readonly pause?: () => Promise<'stop' | 'on'> | null
}

/** Reads a part as it unpacks. Any document type is refused, so nothing is ever expanded or fetched. */
export async function readXml(bytes: AsyncIterable<Uint8Array>, listener: Listener): Promise<void> {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ position: false, xmlns: false })
  let quiet = 0
  let depth = 0
  parser.on('doctype', () => {
    throw new Refusal('entities')
  })
  parser.on('opentag', ({ name, attributes }) => {
    quiet = 0
    if (++depth > LIMITS.depth) throw new Refusal('damaged')
    listener.open(localName(name), attributes)
  })
  parser.on('closetag', ({ name }) => {
    quiet = 0
    depth--
    listener.close(localName(name))
  })
  const hear = (text: string) => {
    quiet = 0
    listener.text?.(text)
  }
  parser.on('text', hear)
  parser.on('cdata', hear)
  let decoder: InstanceType<typeof TextDecoder> | null = null
  try {
    for await (const piece of bytes) {
      quiet += piece.length
      if (quiet > LIMITS.quietBytes) throw new Refusal('tooMuch')
      decoder ??= decoderOf(piece)
      parser.write(decoder.decode(piece, { stream: true }))
      const paused = listener.pause?.()
      if (paused && (await paused) === 'stop') return
    }
    parser.write(decoder?.decode() ?? '')
    parser.close()
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('damaged', error)
  }
}

/** An attribute whatever its prefix: `id` finds `r:id`. The plain one comes first. */
export function attributeOf(attributes: Attributes, name: string): string | undefined {
  if (attributes[name] !== undefined) return attributes[name]
  const found = Object.keys(attributes).find(key => key.endsWith(`:${name}`))
  return found === undefined ? undefined : attributes[found]
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon === -1 ? name : name.slice(colon + 1)
}

/** From the byte order mark, else the zero bytes of UTF-16, else what the part says of itself. */
function decoderOf(piece: Uint8Array): InstanceType<typeof TextDecoder> {
  const [first, second] = piece
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return decoder('utf-16le')
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return decoder('utf-16be')
  const start = Buffer.from(piece.subarray(0, 200)).toString('latin1')
  const said = /^(?:ï»¿)?\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.-]+)["']/.exec(start)?.[1]
  return decoder(said && !/^utf-?16/i.test(said) ? said : 'utf-8')
}

function decoder(label: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(label, { fatal: true })
  } catch (error) {
    throw new Refusal('damaged', error)
  }
}
