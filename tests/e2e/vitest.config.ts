import { defineConfig } from 'vitest/config'

/** End-to-end suites: each file has a browser or a window of its own; two browsers share a machine well, two windows a screen do not. */
const shared = {
  testTimeout: 60_000,
  hookTimeout: 120_000,
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
