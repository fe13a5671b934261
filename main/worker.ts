import { runJobOfThread } from '#core/house/job-thread.ts'

await runJobOfThread()
