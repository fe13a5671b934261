import { defineConfig } from 'vitest/config'
import { patience } from './e2e/patience.ts'

export default defineConfig({
  test: {
    include: ['{main,preload,renderer,e2e}/**/*.test.{ts,tsx}'],
    environment: 'node',
    // Waits end by what happens; this is for one that would otherwise hang for ever.
    testTimeout: 3 * patience,
    hookTimeout: 3 * patience,
    expect: { poll: { timeout: patience } },
    pool: 'forks',
    maxWorkers: 2,
  },
})
