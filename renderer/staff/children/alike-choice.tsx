import type { AlikeChild } from '#contract/children.ts'
import { Button, Notice } from '#ui/staff.ts'
import { useAnswer } from '../../api/query.tsx'
import { useWords } from '../words.ts'

interface AlikeChoiceProps {
  readonly typed: {
    readonly name: string
    readonly classLabel: string
    readonly number: string | null
    readonly birthday: string | null
  }
  /** Who is being changed; absent for a new child. */
  readonly childId: string | undefined
  readonly busy: boolean
  /** `new`: another child, whose the number is from now on; else the id of the one who comes back. */
  readonly onDecide: (decided: string) => void
}

/** Somebody bears this number, or left under this name: who it is only a person can say. */
export function AlikeChoice({ typed, childId, busy, onDecide }: AlikeChoiceProps) {
  const { t } = useWords()
  const alike = useAnswer('children.alike', { ...typed, ...(childId === undefined ? {} : { id: childId }) })
  const people = alike.value ?? []
  const holder = people.find(({ left, number }) => !left && number === typed.number)
  const wordOf = (child: AlikeChild) => {
    if (child.left) return t('children.alike-left', factsOf(child))
    return t(child === holder ? 'children.alike-holds' : 'children.alike-near', factsOf(child))
  }
  return (
    <section className="child-part" aria-label={t('children.alike-title')}>
      <h3>{t('children.alike-title')}</h3>
      {people.map((child) => (
        <Notice key={child.id} tone="care" title={wordOf(child)} />
      ))}
      <p className="child-actions">
        <Button
          label={holder ? t('children.alike-moves', { name: typed.name }) : t('children.alike-new')}
          busy={busy}
          onPress={() => onDecide('new')}
        />
        {people
          .filter(({ left }) => left)
          .map(({ id, name }) => (
            <Button
              key={id}
              label={t('children.alike-back', { name })}
              busy={busy}
              onPress={() => onDecide(id)}
            />
          ))}
      </p>
    </section>
  )
}

const factsOf = ({ name, classLabel, number, birthday }: AlikeChild) => ({
  name,
  class: classLabel,
  number: number ?? '–',
  birthday: birthday ?? '–',
})
