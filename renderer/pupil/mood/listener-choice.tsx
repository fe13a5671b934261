import './listener.css'
import { useState } from 'react'
import type { TalkRole } from '#contract/feelings.ts'
import type { FeelingsPage } from '#contract/feelings-told.ts'
import { Pager } from '#ui/child/choices.tsx'
import { Adult } from '#ui/child/feel.tsx'
import { Speak, SpokenText } from '#ui/child/speak.tsx'
import { Icon } from '#ui/icon.tsx'
import { pageCount, pageOf } from '#ui/pages-rules.ts'
import { useWords } from '../../i18n/use-words.tsx'

/** “Nobody” stands beside them on each page. */
const PAGE = 5
export const roleDoors: Readonly<Record<TalkRole, 'learn' | 'diary' | 'me'>> = {
  'social-worker': 'learn',
  teacher: 'diary',
  coordinator: 'me',
}

export interface ListenerChoiceProps {
  readonly page: FeelingsPage
  /** `null`: nobody. */
  readonly onChoose: (adultId: string | null) => void
}

/** Who may know how a child feels: one adult of the room by name, or nobody, which is as large as any other (D4). */
export function ListenerChoice({ page, onChoose }: ListenerChoiceProps) {
  const { t } = useWords()
  const [at, turnTo] = useState(0)
  const pages = pageCount(page.adults.length, PAGE)
  const chosen = page.listener
  const words = `${t('mood.who')} ${t('mood.who-hint')}`
  return (
    <section className="listener">
      <div className="line">
        <h1>
          <SpokenText spokenAs={words}>{t('mood.who')}</SpokenText>
        </h1>
        <Speak text={words} label={t('child.read', { text: words })} />
        <p className="soft">{t('mood.who-hint')}</p>
        <Pager
          page={at}
          pages={pages}
          onPage={turnTo}
          previousLabel={t('mood.previous')}
          nextLabel={t('mood.next')}
          label={t('mood.page', { page: at + 1, pages })}
        />
      </div>
      <ul className="adults">
        {pageOf(page.adults, at, PAGE).map(({ id, name, role }) => (
          <li key={id}>
            <Adult
              name={name}
              place={t(`role.${role}`)}
              door={roleDoors[role]}
              chosen={chosen.kind === 'adult' && chosen.adult.id === id}
              onPick={() => onChoose(id)}
            />
          </li>
        ))}
        <li>
          <button
            type="button"
            className="adult"
            aria-pressed={chosen.kind === 'nobody'}
            onClick={() => onChoose(null)}
          >
            <span className="initial d-me">
              <Icon name="lock-key" weight="fill" />
            </span>
            <span className="adult-words">
              <b>{t('mood.nobody')}</b>
              <span className="soft">{t('mood.nobody-hint')}</span>
            </span>
          </button>
        </li>
      </ul>
    </section>
  )
}
