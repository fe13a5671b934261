import type { i18n } from 'i18next'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '#contract/setup.ts'
import type { Facts, Keys } from './words.ts'

type Catalog = Readonly<Record<string, unknown>>

/** The catalogs of the learning corner, one folder an activity, each file fetched when it is first shown. */
const catalogs = import.meta.glob<Catalog>('../../resources/locales/learning/*/*.json', { import: 'default' })

/** Catalogs whose sentences name words of another one: things, people and their measure words stand once. */
const borrowing: Readonly<Record<string, readonly string[]>> = { 'two-steps': ['word-problems'] }
const withBorrowed = (names: readonly string[]) => names.flatMap((name) => [name, ...(borrowing[name] ?? [])])

/** Fetches the words of these catalogs in the language that is shown; resolves when they are there. */
export async function fetchActivityWords(words: i18n, names: readonly string[]): Promise<void> {
  const { language } = words
  await Promise.all(
    withBorrowed(names).map(async (name) => {
      if (words.hasResourceBundle(language, name)) return
      const load = catalogs[`../../resources/locales/learning/${name}/${language}.json`]
      if (!load) throw new Error(`The activity ${name} has no words in ${language}`)
      words.addResourceBundle(language, name, await load())
    }),
  )
}

/** Whether the words of these catalogs are there; fetches them, again after a change of language. Throws what fetching throws. */
export function useActivityCatalogs(...names: readonly string[]): boolean {
  const { i18n: words } = useTranslation()
  const { language } = words
  const all = withBorrowed(names).join(' ')
  const [there, setThere] = useState('')
  const [failure, setFailure] = useState<unknown>()
  const wanted = `${language} ${all}`
  const ready = all.split(' ').every((name) => words.hasResourceBundle(language, name))
  useEffect(() => {
    let waiting = true
    fetchActivityWords(words, all.split(' ')).then(
      () => (waiting ? setThere(wanted) : undefined),
      (error: unknown) => (waiting ? setFailure(error) : undefined),
    )
    return () => {
      waiting = false
    }
  }, [words, all, wanted])
  if (failure) throw failure
  return ready || there === wanted
}

export interface ActivityWords<K extends string> {
  readonly t: (key: K, facts?: Facts) => string
  readonly language: Language
  /** The words of a key that is made at run time (`level.` + id); undefined where there are none. */
  readonly any: (key: string, facts?: Facts) => string | undefined
}

/**
 * Typed words of one catalog of the learning corner. In an activity's folder, once:
 * `export const useClockWords = () => useActivityWords<typeof zh>('clocks')`, `zh` being the type of its first catalog.
 */
export function useActivityWords<Zh>(name: string): ActivityWords<Keys<Zh>> {
  const { i18n: words } = useTranslation()
  const say = (key: string, facts: Facts = {}): string => words.t(key, { ns: name, ...facts })
  return {
    t: say,
    language: words.language as Language,
    any: (key, facts = {}) => (words.exists(key, { ns: name }) ? say(key, facts) : undefined),
  }
}
