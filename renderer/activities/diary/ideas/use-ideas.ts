import { useEffect, useState } from 'react'
import type { DiaryPage } from '#contract/diary.ts'
import type { PictureName } from '#ui/sprite/names.ts'
import { pictureSources } from '#ui/sprite/names.ts'
import { useWords } from '../../../i18n/use-words.tsx'
import { loadIdeas, type DayIdeas } from './load-ideas.ts'

export interface IdeaNow {
  readonly text: string
  readonly picture: PictureName
  /** What the day is called: a festival, a term of the sun, one that is near; undefined where the day is not known. */
  readonly day: string | undefined
  readonly isDear: boolean
  readonly another: () => void
  /** Ideas about somebody whom the child thinks of, and back. */
  readonly turnDear: () => void
}

const isPicture = (name: string): name is PictureName => Object.hasOwn(pictureSources, name)

/** An idea for this page's day; undefined while it is read. */
export function useIdeas({
  id,
  day,
  clockWrong,
}: Pick<DiaryPage, 'id' | 'day' | 'clockWrong'>): IdeaNow | undefined {
  const { t, language } = useWords()
  const [found, setFound] = useState<DayIdeas>()
  const [isDear, setDear] = useState(false)
  const [at, setAt] = useState(0)
  useEffect(() => {
    let isHere = true
    // The page's own id turns ideas of no date: the same page offers the same one again.
    const by = Number.parseInt(id.slice(-6), 16) || 0
    const load = async () => {
      const ideas = await loadIdeas(day, !clockWrong, by)
      if (isHere) setFound(ideas)
    }
    void load()
    return () => {
      isHere = false
    }
  }, [id, day, clockWrong])
  const list = isDear ? found?.dear : found?.ideas
  const idea = list?.[at % Math.max(1, list.length)]
  if (!found || !idea) return undefined
  const isChinese = language === 'zh-CN'
  const { name } = found
  const called = name && (isChinese ? name.zh : name.en)
  return {
    text: isChinese ? idea.zh : idea.en,
    picture: isPicture(idea.picture) ? idea.picture : 'light-bulb',
    day: called && name ? (name.isSoon ? t('diary.idea.soon', { day: called }) : called) : undefined,
    isDear,
    another: () => setAt(at + 1),
    turnDear: () => {
      setDear(!isDear)
      setAt(0)
    },
  }
}
