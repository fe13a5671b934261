import type { ReactElement } from 'react'
import { Speak, SpokenText } from '#ui/child/speak.tsx'
import { useWords } from '../../i18n/use-words.tsx'

export interface LookChoiceProps<T extends string> {
  readonly title: string
  readonly items: readonly { readonly id: T; readonly label: string; readonly picture: ReactElement }[]
  /** None of them: what a tap opens is chosen elsewhere. */
  readonly chosen: T | ''
  readonly onChoose: (id: T) => void
}

/** One thing about the screen: a title that can be read, and its few choices, each with a picture. */
export function LookChoice<T extends string>({ title, items, chosen, onChoose }: LookChoiceProps<T>) {
  const { t } = useWords()
  const words = `${title}。${items.map(({ label }) => label).join('，')}`
  return (
    <section className="card look-choice" style={{ flexGrow: Math.max(2, items.length) }}>
      <div className="line">
        <h2>
          <SpokenText spokenAs={words}>{title}</SpokenText>
        </h2>
        <Speak text={words} label={t('child.read', { text: title })} plain />
      </div>
      <div className="look-items" role="group" aria-label={title}>
        {items.map(({ id, label, picture }) => (
          <button
            key={id}
            type="button"
            aria-pressed={chosen === '' ? undefined : id === chosen}
            onClick={() => onChoose(id)}
          >
            {picture}
            <span>{label}</span>
          </button>
        ))}
      </div>
    </section>
  )
}
