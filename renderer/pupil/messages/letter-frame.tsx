import './messages.css'
import type { ReactNode } from 'react'
import { Speak, SpokenText } from '#ui/child/speak.tsx'
import { useWords } from '../../i18n/use-words.tsx'
import { ChildPage } from '../session/child-page.tsx'

export interface LetterFrameProps {
  readonly picture: ReactNode
  readonly title: string
  readonly hint: string
  /** What else the page offers, for the one who cannot read: read after title and hint. */
  readonly offers?: readonly string[]
  readonly children: ReactNode
}

/** Every page about messages: a large picture at the left, what it is about and what can be done at the right. */
export function LetterFrame({ picture, title, hint, offers = [], children }: LetterFrameProps) {
  const { t } = useWords()
  const words = [title, hint, ...offers].join('。')
  return (
    <ChildPage door="call">
      <main className="letterbox">
        <section className="letterbox-pic">{picture}</section>
        <section className="letterbox-say">
          <div className="line">
            <h1>
              <SpokenText spokenAs={words}>{title}</SpokenText>
            </h1>
            <Speak text={words} label={t('child.read', { text: words })} />
          </div>
          <p className="lead" role="status">
            {hint}
          </p>
          <div className="letterbox-do">{children}</div>
        </section>
      </main>
    </ChildPage>
  )
}
