/** Wide and high, in pixels. */
export type PictureSize = { readonly width: number; readonly height: number }

/**
 * How large a picture says it is, without drawing it: a file of a few kilobytes may ask for gigabytes of memory. `null` when
 * it does not say, and then it is damaged.
 */
export function pictureSizeOf(bytes: Uint8Array): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const begins = (...codes: number[]) => codes.every((code, index) => bytes[index] === code)
    if (begins(0x89, 0x50, 0x4e, 0x47)) return { width: view.getUint32(16), height: view.getUint32(20) }
    if (begins(0x47, 0x49, 0x46)) return gifSize(view)
    if (begins(0xff, 0xd8)) return jpegSize(view)
    if (begins(0x52, 0x49, 0x46, 0x46)) return webpSize(view)
    if (begins(0x42, 0x4d)) return bmpSize(view)
    return null
  } catch {
    // It ends before it has said so.
    return null
  }
}

/** A picture within it may be larger than the whole says; the first one is drawn at its own size. */
function gifSize(view: DataView): PictureSize {
  const [width, height] = [view.getUint16(6, true), view.getUint16(8, true)]
  const flags = view.getUint8(10)
  let at = 13 + (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)
  while (view.getUint8(at) === 0x21) {
    at += 2
    for (let size = view.getUint8(at); size !== 0; size = view.getUint8(at)) at += 1 + size
    at += 1
  }
  return {
    width: Math.max(width, view.getUint16(at + 1, true) + view.getUint16(at + 5, true)),
    height: Math.max(height, view.getUint16(at + 3, true) + view.getUint16(at + 7, true)),
  }
}

/** The first frame header; before it come marked pieces of any number. */
function jpegSize(view: DataView): PictureSize | null {
  for (let at = 2; ; ) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) at += 1
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    else at += 2 + view.getUint16(at + 2)
  }
}

function webpSize(view: DataView): PictureSize | null {
  const kind = view.getUint8(15)
  const of24 = (at: number) => 1 + (view.getUint16(at, true) | (view.getUint8(at + 2) << 16))
  if (kind === 0x58) return { width: of24(24), height: of24(27) }
  if (kind === 0x4c) {
    const bits = view.getUint32(21, true)
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) }
  }
  if (kind !== 0x20) return null
  return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
}

function bmpSize(view: DataView): PictureSize {
  if (view.getUint32(14, true) === 12)
    return { width: view.getUint16(18, true), height: view.getUint16(20, true) }
  return { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) }
}
