import type { Log } from '#core/kernel/log.ts'
import { app } from 'electron'
import { readFileSync } from 'node:fs'
import { whereOffered } from './preview-host.ts'

const LOOK = 3000

/**
 * Chromium starts anew whatever of its processes dies, but waits for ever for one that stands still. Linux shows which do;
 * one that stood still at two looks is ended.
 */
export function reviveChildren(log: Log): void {
  app.on('child-process-gone', (_event, { type, reason }) => {
    if (reason !== 'clean-exit') log.warn('A process died', { type, reason })
  })
  if (process.platform !== 'linux') return
  let before = new Set<number>()
  setInterval(() => {
    const metrics = whereOffered(() => app.getAppMetrics(), [])
    const still = new Set(
      metrics.map(({ pid }) => pid).filter((pid) => pid !== process.pid && isStopped(pid)),
    )
    for (const pid of still)
      if (before.has(pid)) {
        log.warn('A process stood still and is ended', { type: metrics.find((one) => one.pid === pid)?.type })
        end(pid)
      }
    before = still
  }, LOOK)
}

/** The state stands after the last bracket: `123 (a (strange) name) T ...`. */
function isStoppedLine(stat: string): boolean {
  return stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3) === 'T'
}

function isStopped(pid: number): boolean {
  try {
    return isStoppedLine(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It had ended already.
  }
}
