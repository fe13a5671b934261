import { useState } from 'react'
import type { Mood, TalkAdult } from '#contract/feelings.ts'
import type { TalkPage } from '#contract/talks.ts'
import { Pager } from '#ui/child/choices.tsx'
import { Adult } from '#ui/child/feel.tsx'
import { Speak, SpokenText } from '#ui/child/speak.tsx'
import { pageCount, pageOf } from '#ui/pages-rules.ts'
import { useSpeech } from '#ui/speech.ts'
import { useWords } from '../../i18n/use-words.tsx'
import { roleDoors } from '../mood/listener-choice.tsx'
import { HelpLine } from './help-line.tsx'
import { TalkWord } from './talk-word.tsx'

/** One row. */
const PAGE = 3
export interface TalkCardProps {
  /** Undefined until main has answered. */
  readonly page: TalkPage | undefined
  readonly mood: Mood | null
  readonly trouble: boolean
  readonly onAsk: (adultId: string) => void
  readonly onTakeBack: (wishId: string) => void
}

/** The grown-ups whom the room offers, what became of the wish, and the help lines, which are always there. */
export function TalkCard({ page, mood, trouble, onAsk, onTakeBack }: TalkCardProps) {
  const { t } = useWords()
  const speaker = useSpeech()
  const [at, turnTo] = useState(0)
  const [home, tellHome] = useState(false)
  const adults = page?.adults ?? []
  const heardToo = page?.heardToo ?? []
  const choices = [...adults, ...(page?.atHome ? [page.atHome] : [])]
  const pages = pageCount(choices.length, PAGE)
  const wish = page?.wish ?? null
  const lead = t(mood === null ? 'talk.hint' : `talk.said.${mood}`)
  const words = `${t('talk.who')} ${lead}。${t('talk.private')}`

  const choose = ({ id }: TalkAdult) => {
    tellHome(false)
    // Not whom: others sit near.
    speaker.tell(t('talk.sent-any'))
    onAsk(id)
  }
  return (
    <section className="tell-card">
      <div className="line">
        <h2>
          <SpokenText spokenAs={words}>{t('talk.who')}</SpokenText>
        </h2>
        <Speak text={words} label={t('child.read', { text: words })} />
        <p className="soft">{lead}</p>
        {pages > 1 && (
          <Pager
            page={at}
            pages={pages}
            onPage={turnTo}
            previousLabel={t('talk.previous')}
            nextLabel={t('talk.next')}
            label={t('talk.page', { page: at + 1, pages })}
          />
        )}
      </div>
      <ul className="adults">
        {pageOf(choices, at, PAGE).map((one) =>
          'id' in one ? (
            <li key={one.id}>
              <Adult
                name={one.name}
                place={heardToo.includes(one.id) ? t('talk.heard-too') : t(`role.${one.role}`)}
                door={roleDoors[one.role]}
                chosen={!home && wish?.adultId === one.id}
                onPick={() => choose(one)}
              />
            </li>
          ) : (
            <li key="home">
              <Adult
                name={one.called}
                place={t('talk.at-home')}
                relation={one.relation}
                chosen={home}
                onPick={() => {
                  tellHome(true)
                  speaker.tell(t('talk.said-any'))
                }}
              />
            </li>
          ),
        )}
      </ul>
      <div className="tell-foot">
        <TalkWord
          wish={wish}
          home={home ? (page?.atHome?.called ?? null) : null}
          nobody={page !== undefined && choices.length === 0}
          trouble={trouble}
          onTakeBack={onTakeBack}
        />
        <HelpLine />
      </div>
    </section>
  )
}
