import { activities, type Activity } from '#contract/usage.ts'
import type { House } from '#core/house/open-house.ts'
import type { ExportReport } from '../features/usage.ts'
import en from '#locales/staff/en.json'
import zh from '#locales/staff/zh-CN.json'

const words = { 'zh-CN': zh.file, en: en.file }

/** Writes a report as CSV in a thread, with the titles of the language that staff read. */
export const exportReportOf =
  ({ ground, room, files, runJob, database }: House): ExportReport =>
  async (question, place) => {
    const { csv, report } = words[room.settings().staffLanguage]
    const { clock, zoneOffset } = ground
    const minutes = Object.fromEntries(activities.map((name) => [name, csv[name]])) as Record<
      Activity,
      string
    >
    const titles = { ...csv, minutes }
    const text = await runJob('reportCsv', {
      path: database,
      question,
      titles,
      offset: zoneOffset(clock.now().at),
    })
    return files.write(place, [report, question.day], 'csv', new TextEncoder().encode(text))
  }
