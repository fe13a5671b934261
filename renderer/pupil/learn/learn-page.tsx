import './learn.css'
import type { ActivityCard } from '#contract/learning.ts'
import { Bamboo } from '#ui/drawings/bamboo.tsx'
import { Loading, SayCard } from '#ui/child/say.tsx'
import { Speak, SpokenText } from '#ui/child/speak.tsx'
import { entryOf } from '../../activities/catalog.ts'
import { useAnswer } from '../../api/query.tsx'
import { useActivityCatalogs } from '../../i18n/activity-words.ts'
import { useRefusalWords } from '../../i18n/child-refusal-words.ts'
import { useShelfWords } from '../../i18n/shelf-words.ts'
import { useWords } from '../../i18n/use-words.tsx'
import { ChildPage } from '../session/child-page.tsx'
import { useGo } from '../session/session.tsx'

/** The learning corner behind the second door. */
export function LearnPage() {
  const { t } = useWords()
  const ready = useActivityCatalogs('shelf')
  return (
    <ChildPage door="learn">
      {ready ? (
        <Corner />
      ) : (
        <main>
          <Loading label={t('child.wait')} shape="cards" />
        </main>
      )}
    </ChildPage>
  )
}

function Corner() {
  const { t } = useWords()
  const { t: s } = useShelfWords()
  const why = useRefusalWords()
  const shelf = useAnswer('learning.shelf', undefined, { fresh: true })
  const title = s('corner')
  return (
    <main className="learn">
      <div className="learn-main">
        <div className="line">
          <h1>
            <SpokenText>{title}</SpokenText>
          </h1>
          <Speak text={title} label={t('child.read', { text: title })} />
          <p className="soft">{s('grows')}</p>
        </div>
        {shelf.refusal ? (
          <SayCard
            kind="error"
            title={why(shelf.refusal)}
            hint={t('child.broken.hint')}
            action={{ label: t('child.again'), onPress: shelf.again }}
          />
        ) : !shelf.value ? (
          <Loading label={t('child.wait')} shape="cards" />
        ) : (
          <ul className="acts-grid">
            {shelf.value.cards.slice(0, 6).map((card) => (
              <li key={card.activity}>
                <Card card={card} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </main>
  )
}

function Card({ card }: { readonly card: ActivityCard }) {
  const { t, any } = useShelfWords()
  const go = useGo()
  const entry = entryOf(card.activity)
  const line = card.inRound
    ? t('go-on')
    : card.due > 0
      ? t('friends', { count: card.due })
      : any(`line.${card.activity}`)
  return (
    <button
      type="button"
      className={card.inRound ? 'act go-on' : 'act'}
      onClick={() => go('activity', card.activity)}
    >
      <span className="art" aria-hidden="true">
        {entry && <entry.Art />}
      </span>
      <span className="act-name">
        <b>{any(`title.${card.activity}`)}</b>
        <span className="soft">{line}</span>
      </span>
      <Bamboo joints={card.joints} label={t('bamboo', { joints: card.joints })} />
    </button>
  )
}
