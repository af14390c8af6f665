import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { guidePlugin } from './guide-plugin.ts'

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
  },
})
