import en from '#locales/stickers/en.json'
import zh from '#locales/stickers/zh-CN.json'
import type { Thing } from '#contract/diary.ts'
import type { StickerDrawer } from '../../paper/stickers.ts'
import { useWords } from '../../i18n/use-words.tsx'

/** What stickers, their drawers and other things on a page are called; the words come with the page, not with the first screen. */
export function useThingWords(): {
  readonly sticker: (name: string) => string
  readonly drawer: (name: StickerDrawer) => string
  readonly thing: (thing: Thing) => string
} {
  const { t, language } = useWords()
  const words = language === 'en' ? en : zh
  const names: Readonly<Record<string, string>> = words.name
  const sticker = (name: string) => names[name] ?? t('diary.thing.sticker')
  return {
    sticker,
    drawer: (name) => words.kind[name],
    thing: (thing) =>
      thing.kind === 'sticker'
        ? sticker(thing.name)
        : thing.kind === 'mood'
          ? t(`talk.mood.${thing.mood}`)
          : t(`diary.thing.${thing.kind}`),
  }
}
