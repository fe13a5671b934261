import { processTree } from '../process-tree.ts'

/** Sends a signal to an engine and its workers alike: kill -9 of all, a standstill, an order to stop. */
export function signalAll(engine: number | undefined, signal: NodeJS.Signals): void {
  if (engine === undefined) throw new Error('There is no such process')
  const [first = engine, ...workers] = processTree(engine)
  process.kill(first, signal)
  for (const pid of workers) {
    try {
      process.kill(pid, signal)
    } catch {
      // It went with the first.
    }
  }
}
