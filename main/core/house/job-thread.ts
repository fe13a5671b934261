import { codeOf } from '#core/kernel/storage-problem.ts'
import { parentPort, workerData } from 'node:worker_threads'
import { jobs, type FromJob, type Job } from './jobs.ts'

/** At most so many reports of progress a second cross the thread. */
const REPORTS = 8

/** The body of the worker thread: one job, then the end. */
export async function runJobOfThread(): Promise<void> {
  if (!parentPort) throw new Error('This file is the inside of a worker thread')
  const port = parentPort
  const { name, input } = workerData as { readonly name: string; readonly input: unknown }
  const tell = (message: FromJob): void => port.postMessage(message)
  const stop = new AbortController()
  port.on('message', () => stop.abort())
  try {
    if (!Object.hasOwn(jobs, name)) throw new Error(`There is no job called ${name}`)
    const job = jobs[name as keyof typeof jobs] as Job<unknown, unknown>
    const value = await job(input, { onProgress: sparingly(tell), signal: stop.signal })
    tell({ kind: 'done', value })
  } catch (error) {
    const code = codeOf(error)
    const { name: kind, message } = error instanceof Error ? error : new Error(String(error))
    tell({ kind: 'failed', name: kind, message, ...(code === undefined ? {} : { code }) })
  } finally {
    port.close()
  }
}

function sparingly(tell: (message: FromJob) => void): (share: number) => void {
  let last = -Infinity
  return (share) => {
    const now = performance.now()
    if (now - last < 1000 / REPORTS && share < 1) return
    last = now
    tell({ kind: 'progress', done: share })
  }
}
