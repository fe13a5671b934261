import { createInstance, type i18n } from 'i18next'

type Catalog = Readonly<Record<string, unknown>>

const catalogs = import.meta.glob<Catalog>('../../resources/locales/learning/*/*.json', {
  import: 'default',
  eager: true,
})

/** The words of the learning corner in one language, as a window has them; a key that is not there shows itself. */
export async function wordsInFiles(language: string): Promise<i18n> {
  const words = createInstance()
  const files = Object.entries(catalogs).filter(([file]) => file.endsWith(`/${language}.json`))
  await words.init({
    lng: language,
    fallbackLng: false,
    interpolation: { escapeValue: false },
    resources: {
      [language]: Object.fromEntries(files.map(([file, catalog]) => [file.split('/').at(-2) ?? '', catalog])),
    },
  })
  return words
}
