import { defineConfig } from 'vitest/config'

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
    testTimeout: 30_000,
    pool: 'forks',
    maxWorkers: 2,
  },
})
