import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { countE2e, countOne, countsIn, countUnit, lineOf, sum } from './count.mjs'

const folder = mkdtempSync(join(tmpdir(), 'happy-home-count-'))
afterAll(() => rmSync(folder, { recursive: true }))

function report(content: object): string {
  const file = join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(content))
  return file
}

describe('counts', () => {
  it('come from vitest’s report', () => {
    const file = report({ numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 })
    expect(countUnit(file, false)).toEqual({ passed: 5, failed: 1, skipped: 3 })
  })

  it('come from Playwright’s report, a flaky test has failed', () => {
    const file = report({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 } })
    expect(countE2e(file, false)).toEqual({ passed: 5, failed: 2, skipped: 2 })
  })

  it('never hide a suite that broke down', () => {
    expect(countUnit(join(folder, 'missing.json'), false).failed).toBe(1)
    expect(countE2e(report({ stats: { expected: 3 } }), false)).toEqual({ passed: 3, failed: 1, skipped: 0 })
  })

  it('are summed in one line that can be read back', () => {
    const total = sum([countOne(true), countOne(false), { passed: 3, failed: 0, skipped: 2 }])
    expect(lineOf(total)).toBe('4 passed, 1 failed, 2 skipped')
    expect(countsIn(lineOf(total))).toEqual(total)
    expect(lineOf({ ...total, skipped: 0 })).toBe('4 passed, 1 failed')
    expect(countsIn('2 passed (3s)')).toBeUndefined()
  })
})
