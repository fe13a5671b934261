import { defineConfig } from '@playwright/test'
import { hostBinary } from './host-binary.ts'
import { patience } from './patience.ts'

const { host } = hostBinary()

/**
 * What differs between the two hosts: the stand-in's own work, clocks that only it can be shown, how a preview ends, the codecs of its
 * Chromium, and what somebody without Electron meets first. Everything else is the product's, and runs once, on Electron where there is one.
 */
const whereHostsDiffer = [
  'host-*',
  'clock',
  'displays',
  'come-back',
  'messages',
  'first-run',
  'child-day',
  'ways-out',
]

// Every spec can run on both hosts; E2E_HOST and ELECTRON_OVERRIDE_DIST_PATH choose. No retries: a flaky spec is a broken one.
export default defineConfig({
  testDir: '.',
  testMatch: process.env['E2E_WHERE_HOSTS_DIFFER']
    ? whereHostsDiffer.map((name) => `${name}.spec.ts`)
    : '*.spec.ts',
  outputDir: `../.cache/e2e-${host}`,
  // The whole of a test, for one that would otherwise hang for ever.
  timeout: 10 * patience,
  expect: { timeout: patience },
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
  use: { actionTimeout: patience, trace: 'retain-on-failure', screenshot: 'only-on-failure' },
})
