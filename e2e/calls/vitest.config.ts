import { defineConfig } from 'vitest/config'
import { patience } from '../patience.ts'

// `npm run test:calls`: all tests of calls, those included that wait for minutes.
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: [
      'e2e/calls/**/*.{test,long}.ts',
      'main/call-server/**/*.test.ts',
      'renderer/calls/**/*.test.ts',
    ],
    environment: 'node',
    // Waits end by what happens; this is for one that would otherwise hang for ever.
    testTimeout: 3 * patience,
    hookTimeout: 3 * patience,
    expect: { poll: { timeout: patience } },
    pool: 'forks',
    maxWorkers: 2,
  },
})
