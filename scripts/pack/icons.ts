import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import { root } from '../root.ts'

/** Where the drawn icons lie: electron-builder's folder of build resources. */
export const iconFolder = join(root, 'dist/icons')

/** Sizes of the Linux icon theme, and those a Windows icon holds, in pixels. */
export const THEME_SIZES = [16, 24, 32, 48, 64, 128, 256, 512] as const
const WINDOWS_SIZES = [16, 24, 32, 48, 64, 128, 256] as const

/** Types of the pictures in an Apple icon, by pixels: plain ones, then those for screens of double density. */
const APPLE_TYPES = [
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
  ['ic11', 32],
  ['ic12', 64],
  ['ic13', 256],
  ['ic14', 512],
] as const

/**
 * Draws the icons of the app (`icon`) and of its workbooks (`ninefold`, the name electron-builder looks for) for every
 * platform. Done here, since electron-builder would fetch a tool for it.
 */
export function drawIcons(): void {
  for (const [source, name] of [
    ['icon', 'icon'],
    ['document', 'ninefold'],
  ] as const) {
    const theme = join(iconFolder, name)
    mkdirSync(theme, { recursive: true })
    for (const size of THEME_SIZES) writeFileSync(join(theme, `${size}x${size}.png`), draw(source, size))
    writeFileSync(join(iconFolder, `${name}.ico`), windowsIcon(source))
    writeFileSync(join(iconFolder, `${name}.icns`), appleIcon(source))
  }
}

/** Each size is wanted several times, and the largest take a second. */
const drawn = new Map<string, Buffer>()

/** The drawing for the smallest sizes is one of its own, on the grid of pixels. */
function draw(source: 'icon' | 'document', size: number): Buffer {
  const known = drawn.get(`${source} ${size}`)
  if (known) return known
  const svg = readFileSync(join(root, 'resources/icons', `${source}${size < 24 ? '-16' : ''}.svg`))
  const png = new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng()
  drawn.set(`${source} ${size}`, png)
  return png
}

/** A list of PNG pictures behind a directory, which Windows reads since Vista. */
function windowsIcon(source: 'icon' | 'document'): Buffer {
  const pictures = WINDOWS_SIZES.map(size => ({ size, png: draw(source, size) }))
  const head = Buffer.alloc(6 + 16 * pictures.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let offset = head.length
  for (const [index, { size, png }] of pictures.entries()) {
    const at = 6 + 16 * index
    // 256 is written as 0.
    head.writeUInt8(size % 256, at)
    head.writeUInt8(size % 256, at + 1)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(png.length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += png.length
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)])
}

/** Parts of a type and a length each, of which the first is the whole. */
function appleIcon(source: 'icon' | 'document'): Buffer {
  const parts = APPLE_TYPES.map(([type, size]) => applePart(type, draw(source, size)))
  return applePart('icns', Buffer.concat(parts))
}

function applePart(type: string, bytes: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32BE(head.length + bytes.length, 4)
  return Buffer.concat([head, bytes])
}
