import { readFileSync } from 'node:fs'
import { processTree } from '../process-tree.ts'

const ticksASecond = 100

function sumOver(pid: number, read: (pid: number) => number): number {
  let sum = 0
  for (const one of processTree(pid)) {
    try {
      sum += read(one)
    } catch {
      // It ended meanwhile.
    }
  }
  return sum
}

/** Proportional memory of a program's processes together, bytes. */
export const memoryOf = (pid: number): number =>
  sumOver(pid, (one) => {
    const found = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${one}/smaps_rollup`, 'utf8'))
    return Number(found?.[1] ?? 0) * 1024
  })

/** Seconds of processor time that a program's processes have used. */
export const cpuOf = (pid: number): number =>
  sumOver(pid, (one) => {
    const stat = readFileSync(`/proc/${one}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) / ticksASecond
  })
