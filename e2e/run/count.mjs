// How many tests a suite ran, from the report it wrote.
import { readFileSync } from 'node:fs'

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @param {string} file */
function report(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** A suite that ended badly has failed at least once, whatever its report says. @param {Counts} counts @param {boolean} good */
const atLeastOne = (counts, good) => (good || counts.failed > 0 ? counts : { ...counts, failed: 1 })

/** @param {string} file vitest's JSON report @param {boolean} good whether vitest ended well @returns {Counts} */
export function countUnit(file, good) {
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, numTodoTests = 0 } = report(file) ?? {}
  const skipped = numPendingTests + numTodoTests
  return atLeastOne({ passed: numPassedTests, failed: numFailedTests, skipped }, good)
}

/** @param {string} file Playwright's JSON report @param {boolean} good whether Playwright ended well @returns {Counts} */
export function countE2e(file, good) {
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report(file)?.stats ?? {}
  return atLeastOne({ passed: expected, failed: unexpected + flaky, skipped }, good)
}

/** One thing that was checked as a whole. @param {boolean} good @returns {Counts} */
export const countOne = (good) => ({ passed: good ? 1 : 0, failed: good ? 0 : 1, skipped: 0 })

/** @param {Counts[]} all @returns {Counts} */
export const sum = (all) =>
  all.reduce(
    (total, one) => ({
      passed: total.passed + one.passed,
      failed: total.failed + one.failed,
      skipped: total.skipped + one.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  )

/** @param {Counts} counts */
export const lineOf = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`

/** Reads a line that `lineOf` wrote. @param {string} line @returns {Counts | undefined} */
export function countsIn(line) {
  const [, passed, failed, skipped] =
    /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/.exec(line.trim()) ?? []
  return passed && failed
    ? { passed: Number(passed), failed: Number(failed), skipped: Number(skipped ?? 0) }
    : undefined
}
