import { defineConfig } from 'vitest/config'

/** End-to-end suites: one real browser or window at a time, each file on its own. */
const shared = {
  testTimeout: 60_000,
  hookTimeout: 120_000,
  fileParallelism: false,
  // Real windows on a shared machine: a second try is printed as one, and a test that needs it wants mending.
  retry: 1,
  // A busy machine takes its time.
  expect: { poll: { timeout: 20_000, interval: 100 } },
} as const

export default defineConfig({
  test: {
    fileParallelism: false,
    projects: ['chromium', 'desktop'].map(name => ({
      test: { ...shared, name, root: import.meta.dirname, include: [`${name}/**/*.test.ts`] },
    })),
  },
})
