import { readdirSync, readFileSync } from 'node:fs'

function parents(): Map<number, number> {
  const found = new Map<number, number>()
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      found.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]))
    } catch {
      // It has ended meanwhile.
    }
  }
  return found
}

/** A process and everything it has started, itself first. On Linux; elsewhere only itself. */
export function processTree(root: number): number[] {
  const tree = [root]
  const known = process.platform === 'linux' ? [...parents()] : []
  // The list grows while it is walked.
  for (const parent of tree) tree.push(...known.filter(([, of]) => of === parent).map(([pid]) => pid))
  return tree
}

/** Ends processes at once, stopped ones too; those that are gone are no error. */
export function killAll(pids: readonly number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // Gone.
    }
  }
}
