import type { House } from '#core/house/open-house.ts'
import { localDay } from '#core/staff/check-rules.ts'
import type { ExportBundle } from '../features/health.ts'
import en from '#locales/staff/en.json'
import zh from '#locales/staff/zh-CN.json'
import { built } from './built.ts'
import { logFiles } from './log.ts'

const words = { 'zh-CN': zh.file, en: en.file }

/** Writes the bundle for whoever helps from afar; it is made in a thread. */
export const exportBundleOf =
  ({ ground, room, files, runJob, database }: House): ExportBundle =>
  async (place, look) => {
    const { at } = ground.clock.now()
    const bytes = await runJob('healthBundle', {
      database,
      logs: logFiles(),
      look,
      version: built.version(),
    })
    const { bundle } = words[room.settings().staffLanguage]
    return files.write(place, [bundle, localDay(at, ground.zoneOffset(at))], 'zip', bytes)
  }
