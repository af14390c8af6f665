import { crc32, deflateSync } from 'node:zlib'

/** White, ink, a light and a dark teal: the colours of a level. */
const PALETTE = [255, 255, 255, 33, 43, 50, 170, 212, 209, 40, 116, 127]

const WIDTH = 320
const HEIGHT = 180

/** A bar chart without letters: one bar a value (0 to 100), the last one dark. */
export function barChart(values: readonly number[]): Uint8Array {
  const step = Math.floor((WIDTH - 32) / values.length)
  return picture((x, y) => {
    if (y === HEIGHT - 16 || (x === 16 && y > 16 && y < HEIGHT - 16)) return 1
    const bar = Math.floor((x - 20) / step)
    const value = values[bar]
    if (value === undefined || x < 20 || (x - 20) % step > step - 8 || y >= HEIGHT - 16) return 0
    if (y < HEIGHT - 16 - (value / 100) * (HEIGHT - 40)) return 0
    return bar === values.length - 1 ? 3 : 2
  })
}

/** A map of squares: how a scanned floor plan or a wall of notes looks from afar. */
export function squares(seed: number): Uint8Array {
  return picture((x, y) => {
    const [column, row] = [Math.floor(x / 40), Math.floor(y / 36)]
    if (x % 40 < 4 || y % 36 < 4) return 0
    return ((column * 7 + row * 13 + seed) * 31) % 11 < 6 ? 2 : 3
  })
}

/** Two bits a pixel, stored without compression: compressed bytes differ between machines. */
function picture(colourAt: (x: number, y: number) => number): Uint8Array {
  const rows = Buffer.alloc((WIDTH / 4 + 1) * HEIGHT)
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++) {
      const at = y * (WIDTH / 4 + 1) + 1 + (x >> 2)
      rows[at] = (rows[at] ?? 0) | (colourAt(x, y) << (6 - (x % 4) * 2))
    }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(WIDTH, 0)
  header.writeUInt32BE(HEIGHT, 4)
  header.set([2, 3, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    piece('IHDR', header),
    piece('PLTE', Buffer.from(PALETTE)),
    piece('IDAT', deflateSync(rows, { level: 0 })),
    piece('IEND', Buffer.alloc(0)),
  ])
}

function piece(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const size = Buffer.alloc(4)
  const sum = Buffer.alloc(4)
  size.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([size, body, sum])
}
