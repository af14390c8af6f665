import { defineConfig } from 'vitest/config'

/** One project a suite, so that each can be run, timed and reported on its own. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['**/*.test.ts', '**/*.test.tsx'],
    exclude: ['e2e/**'],
    testTimeout: 20_000,
    // Left to itself vitest keeps one of two cores idle.
    maxWorkers: 2,
  },
})
