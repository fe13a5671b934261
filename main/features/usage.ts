import type { Refusal } from '#contract/refusal.ts'
import type { ReportQuestion } from '#contract/usage.ts'
import type { Result } from '#core/kernel/result.ts'
import type { UsageService } from '#core/usage/service.ts'
import type { Handlers } from './feature.ts'

/** Writes the report as CSV, in a worker, to a place that main offered; answers the file's name. */
export type ExportReport = (
  question: ReportQuestion,
  place: string,
) => Promise<Result<{ readonly file: string }, Refusal>>

export const usageHandlers = (usage: UsageService, exportReport: ExportReport): Handlers<'usage'> => ({
  report: (question) => usage.report(question),
  sessions: (ask) => usage.sessions(ask),
  exportCsv: ({ question, place }) => exportReport(question, place),
})
