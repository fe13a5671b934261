import { contract } from '#contract/index.ts'
import { refuse } from '#contract/refusal.ts'
import type { House } from '#core/house/open-house.ts'
import { err, ok } from '#core/kernel/result.ts'
import { kindOfDeed } from '#core/rights/permission-rules.ts'
import type { CopyWords } from '#core/rights/copy-page.ts'
import { recordsOf } from '#core/rights/erase-children.ts'
import { localDay } from '#core/sessions/local-day-rules.ts'
import type { Copies } from '../features/rights.ts'
import enShelf from '#locales/learning/shelf/en.json'
import zhShelf from '#locales/learning/shelf/zh-CN.json'
import en from '#locales/staff/en.json'
import zh from '#locales/staff/zh-CN.json'

const catalogs = { 'zh-CN': zh, en }
const shelves = { 'zh-CN': zhShelf, en: enShelf }

/** Writes a guardian's copy of a child's data in a thread, straight to where it goes: nothing of it lies anywhere else. */
export function createCopies({ ground, rights, files, runJob, database, mediaFolder }: House): Copies {
  const underway = new Map<string, AbortController>()
  return {
    make: async (asked, place) => {
      const may = rights.mayAsk(asked)
      if (!may.ok) return may
      const { childId } = asked
      underway.get(childId)?.abort()
      const stop = new AbortController()
      underway.set(childId, stop)
      const language = may.value.language === 'en' ? 'en' : 'zh-CN'
      const now = ground.clock.now().at
      const offset = ground.zoneOffset(now)
      const day = localDay(now, offset)
      const words = wordsIn(language)
      try {
        const written = await files.writeBy(
          place,
          [words.file, may.value.child, day],
          'zip',
          async (file) => {
            const made = await runJob(
              'copyOfChild',
              {
                path: database,
                media: mediaFolder,
                file,
                ids: recordsOf(ground.db, childId),
                words: words.copy,
                offset,
                day,
              },
              { signal: stop.signal, onProgress: (share) => rights.progress(childId, share) },
            )
            if (made === 'made') return ok(undefined)
            return err(refuse(made === 'stopped' ? 'stopped' : 'file-too-large'))
          },
        )
        if (written.ok) rights.copied(asked)
        return written
      } finally {
        if (underway.get(childId) === stop) underway.delete(childId)
      }
    },
    stop: (childId) => underway.get(childId)?.abort(),
  }
}

function wordsIn(language: 'zh-CN' | 'en'): { readonly file: string; readonly copy: CopyWords } {
  const catalog = catalogs[language]
  const { copy, act, request, state } = catalog.rights
  const log = catalog['call-log']
  const acts = Object.entries(contract).flatMap(([feature, methods]) =>
    Object.keys(methods).map((method) => {
      const name = `${feature}.${method}`
      return [
        name,
        `${act.what[kindOfDeed(name)]}${copy.between}${act.area[feature as keyof typeof act.area] ?? feature}`,
      ]
    }),
  )
  return {
    file: copy.file,
    copy: {
      ...copy,
      language,
      words: {
        ...copy.words,
        purpose: catalog.contacts.purpose,
        how: catalog.contacts.how,
        relation: catalog.contacts.relation,
        direction: log.direction,
        way: log.way,
        ended: { ...log.end, ...copy.words.ended },
        area: { ...catalog.activity, ...copy.words.area },
        activity: shelves[language].title,
        request,
        state,
        act: Object.fromEntries(acts) as Record<string, string>,
      },
    },
  }
}
