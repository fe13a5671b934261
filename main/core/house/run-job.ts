import { Worker } from 'node:worker_threads'
import type { FromJob, JobInput, JobName, JobOutput, ToJob } from './jobs.ts'

export interface JobWishes {
  readonly onProgress?: (share: number) => void
  /** Asks the job to stop; how it answers is the job's own affair. */
  readonly signal?: AbortSignal
}

/** Runs a job in a thread of its own. Rejects with the job's error, its `code` kept, or when the thread dies. */
export type RunJob = <N extends JobName>(
  name: N,
  input: JobInput<N>,
  wishes?: JobWishes,
) => Promise<JobOutput<N>>

/** @param file the built entry of the thread */
export const jobRunner =
  (file: string | URL, options: { readonly execArgv?: string[] } = {}): RunJob =>
  (name, input, { onProgress, signal } = {}) =>
    new Promise((resolve, reject) => {
      const thread = new Worker(file, { workerData: { name, input }, ...options })
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      const stop = (): void => thread.postMessage('stop' satisfies ToJob)
      thread.on('message', (message: FromJob) => {
        if (message.kind === 'progress') onProgress?.(message.done)
        else if (message.kind === 'done') resolve(message.value as never)
        else reject(Object.assign(new Error(message.message), { name: message.name, code: message.code }))
      })
      thread.on('error', reject)
      thread.on('exit', (code) => {
        signal?.removeEventListener('abort', stop)
        // After an answer this changes nothing.
        reject(new Error(`The thread of ${name} ended with ${code} and no answer`))
      })
      if (signal?.aborted) stop()
      else signal?.addEventListener('abort', stop, { once: true })
    })
