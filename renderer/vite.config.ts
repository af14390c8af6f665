import { relative, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { guidePlugin } from './guide-plugin.ts'
import { loadedBy } from './loaded-by.ts'

const root = resolve(import.meta.dirname, '..')

/**
 * What a source loads with it, in one piece beside it: each piece is a request of its own through the main process, while that is
 * busy starting.
 */
function pieceOf(name: string, source: string) {
  const loaded = loadedBy(root, [source])
  return {
    name,
    test(id: string) {
      const file = relative(root, id.replace(/\?.*$/, '')).replaceAll('\\', '/')
      return file !== source && loaded.has(file)
    },
  }
}

/** Builds the page for both shells: relative addresses, so that `app://` and the host can serve the same files. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react(), guidePlugin(resolve(import.meta.dirname, '../docs/guide'))],
  worker: { format: 'es' },
  build: {
    outDir: resolve(import.meta.dirname, '../dist/renderer'),
    emptyOutDir: true,
    target: 'chrome114',
    chunkSizeWarningLimit: 1500,
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'first', tags: ['$initial'], priority: 3 },
            { ...pieceOf('shell', 'renderer/boot/desktop-shell.ts'), priority: 2 },
            { ...pieceOf('overview', 'renderer/screens/overview/overview-screen.tsx'), priority: 1 },
          ],
        },
      },
    },
  },
})
