/** How many tests passed, failed, were skipped. */
export interface Counts {
  passed: number
  failed: number
  skipped: number
}
export function countUnit(file: string, good: boolean): Counts
export function countE2e(file: string, good: boolean): Counts
export function countOne(good: boolean): Counts
export function sum(all: Counts[]): Counts
export function lineOf(counts: Counts): string
export function countsIn(line: string): Counts | undefined
