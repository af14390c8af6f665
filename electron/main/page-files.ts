import { resolve, sep } from 'node:path'

/** The file an address of ours stands for, or null when it is no address of ours. */
export function fileFor(url: string, folder: string): string | null {
  let path: string
  try {
    const { host, pathname } = new URL(url)
    if (host !== 'ninefold') return null
    path = decodeURIComponent(pathname)
  } catch {
    return null
  }
  if (path.includes('\0') || path.includes('\\')) return null
  const file = resolve(folder, `.${path === '/' ? '/index.html' : path}`)
  return file.startsWith(resolve(folder) + sep) ? file : null
}
