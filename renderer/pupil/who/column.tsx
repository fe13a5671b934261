import type { Choice } from '#ui/child/choices.tsx'
import type { PictureName } from '#ui/sprite/names.ts'
import type { Say, WordKey } from '../../i18n/words.ts'
import type { Chosen, ColumnItem } from './choose-rules.ts'

const pictures: Readonly<Record<number, PictureName>> = {
  [-1]: 'chick',
  1: 'seedling',
  2: 'herb',
  3: 'sunflower',
  4: 'tree',
  5: 'tangerine',
  6: 'kite',
  7: 'mountain',
  8: 'sun',
  9: 'boat',
}
const named = new Set([-1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9])

/** What a button of the column is known by. */
export function idOf(item: Chosen | ColumnItem): string {
  switch (item.kind) {
    case 'grade':
      return `grade ${item.grade}`
    case 'class':
      return `class ${item.grade} ${item.classId}`
    case 'all':
    case 'more':
      return item.kind
  }
}

export function chosenFrom(id: string): Chosen {
  const [kind, grade, classId] = id.split(' ')
  if (kind === 'grade') return { kind, grade: Number(grade) }
  if (kind === 'class' && classId) return { kind, grade: Number(grade), classId }
  return { kind: 'all' }
}

export function choiceOf(item: ColumnItem, t: Say): Choice {
  const id = idOf(item)
  if (item.kind === 'all') return { id, label: t('who.all'), picture: 'houses' }
  if (item.kind === 'more') return { id, label: t('who.more-classes'), picture: 'running' }
  const picture = pictures[item.grade] ?? 'star'
  if (item.kind === 'class') return { id, label: item.label, picture: <></> }
  return {
    id,
    label: named.has(item.grade) ? t(`who.grade.${item.grade}` as WordKey) : `${item.grade}`,
    picture,
  }
}
