import type { Scene } from '../../../shared/pictures/scene.ts'
import { toSvg } from '../../../shared/pictures/to-svg.ts'

export type PictureFormat = 'png' | 'svg'

// Twice the natural size is sharp on a projector and in print at the width of a page.
const PNG_SCALE = 2
// Browsers give up on larger canvases, without saying so.
const LARGEST_SIDE = 16_000

/** A drawing as the bytes of a file. */
export async function pictureBytes(scene: Scene, format: PictureFormat): Promise<Uint8Array> {
  if (format === 'svg') return new TextEncoder().encode(toSvg(scene))
  const png = await pngOf(scene)
  return new Uint8Array(await png.arrayBuffer())
}

/** Whether this page may put a picture on the clipboard. */
export function canCopyPicture(): boolean {
  return typeof ClipboardItem !== 'undefined' && Boolean(navigator.clipboard?.write)
}

/** Puts a drawing on the clipboard as a PNG. */
export async function copyPicture(scene: Scene): Promise<void> {
  try {
    // The promise goes in unawaited: some browsers allow the clipboard only in the moment of the press.
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': pngOf(scene) })])
  } catch {
    throw new Error('The picture could not be copied: save it instead.')
  }
}

/** A name for the file of a picture. The shell makes it safe for the disk. */
export function pictureName(parts: readonly string[], format: PictureFormat): string {
  const name = parts.filter(Boolean).join(', ')
  return `${[...name].slice(0, 120).join('')}.${format}`
}

async function pngOf(scene: Scene): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([toSvg(scene)], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    const scale = Math.min(PNG_SCALE, LARGEST_SIDE / Math.max(scene.width, scene.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(scene.width * scale)
    canvas.height = Math.round(scene.height * scale)
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>(done => canvas.toBlob(done, 'image/png'))
    if (!blob) throw new Error('The picture could not be made: try to save it as SVG.')
    return blob
  } finally {
    URL.revokeObjectURL(url)
  }
}
