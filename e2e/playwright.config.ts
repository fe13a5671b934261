import { defineConfig } from '@playwright/test'
import { hostBinary } from './host-binary.ts'

const { host } = hostBinary()

// The same specs run on both hosts; E2E_HOST and ELECTRON_OVERRIDE_DIST_PATH choose. No retries: a flaky spec is a broken one.
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: `../.cache/e2e-${host}`,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  retries: 0,
  workers: Number(process.env['E2E_WORKERS'] ?? 2),
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  reporter: [
    ['list'],
    ...(process.env['E2E_REPORT']
      ? [['json', { outputFile: process.env['E2E_REPORT'] }] as [string, object]]
      : []),
  ],
  projects: [{ name: host }],
  use: { actionTimeout: 10_000, trace: 'retain-on-failure', screenshot: 'only-on-failure' },
})
