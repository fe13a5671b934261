import type { House } from '#core/house/open-house.ts'
import { localDay } from '#core/sessions/local-day-rules.ts'
import type { ExportCallLog } from '../features/calls.ts'
import en from '#locales/staff/en.json'
import zh from '#locales/staff/zh-CN.json'

const words = { 'zh-CN': zh['call-log'], en: en['call-log'] }

/** Writes the log of calls as CSV in a thread, in the language that staff read. */
export const exportCallLogOf =
  ({ ground, room, files, runJob, database }: House): ExportCallLog =>
  async (whose, place) => {
    const { csv, direction, way, end, link, file } = words[room.settings().staffLanguage]
    const { clock, zoneOffset } = ground
    const offset = zoneOffset(clock.now().at)
    const text = await runJob('callLogCsv', {
      path: database,
      whose,
      words: { ...csv, directions: direction, ways: way, ends: end, links: link },
      offset,
    })
    return files.write(place, [file, localDay(clock.now().at, offset)], 'csv', new TextEncoder().encode(text))
  }
