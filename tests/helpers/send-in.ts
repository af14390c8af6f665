import type { startEngine } from './engine.ts'

type Page = ReturnType<typeof startEngine>['page']

/** Sends bytes as the desktop page does: each file opened, all taken at once, the pieces one after another. */
export async function sendIn<T>(
  page: Page,
  files: readonly {
    readonly name: string
    readonly bytes: Uint8Array<ArrayBuffer>
    readonly pieceSize?: number
  }[],
  take: (ids: string[]) => Promise<T>,
): Promise<T> {
  const ids: string[] = []
  for (const { name, bytes } of files) ids.push((await page.incoming.open({ name, size: bytes.length })).id)
  const taken = take(ids)
  for (const [index, { bytes, pieceSize = 1024 * 1024 }] of files.entries())
    for (let from = 0; ; from += pieceSize) {
      const isLast = from + pieceSize >= bytes.length
      const piece = { id: ids[index]!, bytes: bytes.subarray(from, from + pieceSize), isLast }
      if (!(await page.incoming.piece(piece).catch(() => false)) || isLast) break
    }
  return taken
}
