import { expect, it } from 'vitest'
import { pictureSizeOf } from '../../../shared/rules/picture-size.ts'

const bytes = (hex: string) => new Uint8Array(Buffer.from(hex.replaceAll(' ', ''), 'hex'))

it.each([
  ['PNG', '89504e470d0a1a0a 0000000d49484452 00001000 00000800', 4096, 2048],
  [
    'GIF with a larger picture in it',
    '474946383961 0a00 0a00 000000 21f9 04 00000000 00 2c 0000 0000 8000 4000',
    128,
    64,
  ],
  ['JPEG after other pieces', 'ffd8 ffe00004abcd ffff c2000b08 0100 0200', 512, 256],
  ['BMP upside down', `424d${'00'.repeat(12)}28000000 40000000 c0ffffff`, 64, 64],
  ['WebP, plain', `52494646 00000000 57454250 56503820 00000000 000000 9d012a 4001 f000`, 320, 240],
  ['WebP, large', `52494646 00000000 57454250 56503858 0a000000 00000000 ff0f00 ff0700`, 4096, 2048],
])('EN5: %s says how large it is', (_, hex, width, height) => {
  expect(pictureSizeOf(bytes(hex))).toEqual({ width, height })
})

it.each(['', '89504e47', 'ffd8ff', 'ffd8 00', '474946383961', '424d', '52494646', '00112233'])(
  'EN5: %s says nothing',
  hex => {
    expect(pictureSizeOf(bytes(hex))).toBeNull()
  },
)
