import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/**
 * For looking at screens without an engine: `vite build --config tests/helpers/gallery/vite.config.ts`, then
 * `node tests/helpers/gallery/shoot.ts OUT_FOLDER [route …]`. Never part of the product.
 */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  build: {
    outDir: resolve(import.meta.dirname, '../../../dist/gallery'),
    emptyOutDir: true,
    target: 'chrome114',
    minify: false,
    chunkSizeWarningLimit: 5000,
  },
})
