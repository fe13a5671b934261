import { defineConfig } from '@playwright/test'
import { patience } from '../patience.ts'

// Packages and what is made of them: installed, booted, upgraded, removed. Root on Debian only; npm run test:packages says what it lacks.
export default defineConfig({
  testDir: '.',
  testMatch: '*.packages.ts',
  outputDir: '../../.cache/packages/results',
  timeout: 10 * patience,
  expect: { timeout: patience },
  retries: 0,
  workers: 1,
  forbidOnly: Boolean(process.env['CI']),
  ...(process.env['E2E_CORE'] ? { grepInvert: /@long/ } : {}),
  reporter: [
    ['list'],
    ...(process.env['E2E_REPORT']
      ? [['json', { outputFile: process.env['E2E_REPORT'] }] as [string, object]]
      : []),
  ],
})
