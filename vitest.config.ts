import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{main,preload,renderer,e2e}/**/*.test.{ts,tsx}'],
    environment: 'node',
    testTimeout: 30_000,
    pool: 'forks',
    maxWorkers: 2,
  },
})
