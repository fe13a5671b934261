import './passport.css'
import type { Stamp } from '#contract/learning.ts'
import { GoButton } from '#ui/child/buttons.tsx'
import { Pager } from '#ui/child/choices.tsx'
import { Face } from '#ui/child/face.tsx'
import { Loading, SayCard } from '#ui/child/say.tsx'
import { Speak, SpokenText } from '#ui/child/speak.tsx'
import { usePages } from '#ui/child/use-pages.ts'
import { useAnswer } from '../../api/query.tsx'
import { useActivityCatalogs } from '../../i18n/activity-words.ts'
import { useRefusalWords } from '../../i18n/child-refusal-words.ts'
import { catalogsOf } from '../../i18n/stamp-words.ts'
import { useShelfWords } from '../../i18n/shelf-words.ts'
import { useWords } from '../../i18n/use-words.tsx'
import { useChild, useGo } from '../session/session.tsx'
import { PassportGrove } from './passport-grove.tsx'
import { EmptyStamp, StampCard } from './stamp-card.tsx'
import { ToFront } from './to-front.tsx'

/** Two rows of three and room for the next one, three of two on a narrow screen: each has room for its whole evidence. */
const aPage = 5

/** The child's own passport (L11): what it has shown to be able to do. It grows, never shrinks, and ranks nobody. */
export function PassportPage() {
  const { t } = useWords()
  const { t: s } = useShelfWords()
  const why = useRefusalWords()
  const go = useGo()
  const asked = useAnswer('learning.stamps', undefined, { fresh: true })
  const stamps = asked.value ?? []
  const ready = useActivityCatalogs('shelf', ...catalogsOf(stamps))
  const title = s('passport.title')
  const say = s('passport.say', { count: stamps.length })
  return (
    <main className="passport-page">
      <div className="title-line">
        <ToFront />
        <h1>
          <SpokenText spokenAs={say}>{title}</SpokenText>
        </h1>
        <Speak text={say} label={t('child.read', { text: say })} />
        <span className="title-end">
          <GoButton label={s('passport.more')} icon="arrow-right" onPress={() => go('learn', 'computer')} />
        </span>
      </div>
      {asked.refusal ? (
        <div className="passport-say">
          <SayCard
            kind="error"
            title={why(asked.refusal)}
            hint={t('child.broken.hint')}
            action={{ label: t('child.again'), onPress: asked.again }}
          />
        </div>
      ) : asked.value && ready ? (
        <Book stamps={asked.value} />
      ) : (
        <Loading label={t('child.wait')} />
      )}
    </main>
  )
}

function Book({ stamps }: { readonly stamps: readonly Stamp[] }) {
  const { t } = useShelfWords()
  const child = useChild()
  const room = useAnswer('room.look', undefined)
  // What was learnt last is what the child wants to see.
  const { shown, turned } = usePages(stamps, aPage, 'last')
  return (
    <div className="passport">
      <section className="pass-me">
        <Face face={child.face} size={132} />
        <div>
          <h2>{child.name}</h2>
          <p className="soft">{room.value?.school}</p>
        </div>
        <PassportGrove stamps={stamps.length} label={t('passport.say', { count: stamps.length })} />
      </section>
      <section className="pass-stamps">
        {stamps.length === 0 ? (
          <SayCard kind="empty" title={t('passport.empty.title')} hint={t('passport.empty.hint')} />
        ) : (
          <ul>
            {shown.map((stamp, index) => (
              <li key={`${stamp.activity} ${stamp.stamp}`}>
                <StampCard stamp={stamp} shape={index % 3} />
              </li>
            ))}
            {shown.length < aPage && (
              <li>
                <EmptyStamp />
              </li>
            )}
          </ul>
        )}
        {turned.pages > 1 && (
          <Pager
            {...turned}
            previousLabel={t('passport.previous')}
            nextLabel={t('passport.next')}
            label={t('passport.page', { page: turned.page + 1, pages: turned.pages })}
          />
        )}
      </section>
    </div>
  )
}
