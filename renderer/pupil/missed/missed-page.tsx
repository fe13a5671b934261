import './missed.css'
import type { FamilyCard, TalkWay } from '#contract/calls.ts'
import { KinPhoto } from '#ui/child/kin-card.tsx'
import { Speak, SpokenText } from '#ui/child/speak.tsx'
import { PostSwallow } from '#ui/drawings/post-swallow.tsx'
import { Icon } from '#ui/icon.tsx'
import { Picture } from '#ui/picture.tsx'
import { useWords } from '../../i18n/use-words.tsx'
import type { Callee, WhyNot } from '../../activities/call/call-desk.ts'
import { kinState } from '../../activities/call/way-rules.ts'
import { ChildPage } from '../session/child-page.tsx'
import { useRaiseHand } from '../warnings/raise-hand.tsx'
import { comesTomorrow, mayGoOn, missedKind, reachableAfter, teacherHelps } from './missed-rules.ts'

export interface MissedPageProps {
  readonly who: Callee
  readonly way: TalkWay
  readonly why: WhyNot
  /** The other way to the same person, where there is one now. */
  readonly other: TalkWay | null
  readonly onSwap: (way: TalkWay) => void
  /** Who else could be called, the likeliest first. */
  readonly others: readonly FamilyCard[]
  /** Messages to them are agreed to. */
  readonly mayWrite: boolean
  readonly onMessage: () => void
  readonly onCall: (card: FamilyCard) => void
  readonly onBack: () => void
}

/** A call that found nobody is comforted: why, a message, another way or another one of the family, another time (C7). */
export function MissedPage(props: MissedPageProps) {
  const { who, way, why, other, onSwap, others, mayWrite, onMessage, onCall, onBack } = props
  const { t } = useWords()
  const raise = useRaiseHand()
  const kind = missedKind(why, way)
  const { called } = who
  const title = t(`missed.${kind}.title`, { called })
  // Only a page shows that somebody called; of a telephone nobody knows.
  const hint = t(kind === 'missed' && way === 'phone' ? 'missed.missed.phone' : `missed.${kind}.hint`, {
    called,
  })
  const needsTeacher = teacherHelps.has(kind)
  const swap = other && mayGoOn(why) ? other : null
  const write = t('missed.message', { called })
  const isOffered = mayWrite && kind !== 'microphone'
  const words = [title, hint, ...(isOffered ? [write] : [])].join('。')
  const shown =
    kind === 'line' || kind === 'microphone'
      ? []
      : reachableAfter(kind, others).slice(0, 2 - Number(isOffered) - Number(swap !== null))
  return (
    <ChildPage door="call">
      <main className="missed">
        <section className="missed-pic">
          <PostSwallow label={t('missed.picture')} letter={isOffered} />
        </section>
        <section className="missed-say">
          <div className="line">
            <h1>
              <SpokenText spokenAs={words}>{title}</SpokenText>
            </h1>
            <Speak text={words} label={t('child.read', { text: words })} />
          </div>
          <p className="lead">{hint}</p>
          <ul className="ways">
            {isOffered && (
              <li>
                <button type="button" className="way main" onClick={onMessage}>
                  <KinPhoto person={who} />
                  <Words title={write} hint={t('missed.message-hint')} />
                  <Icon name="microphone" weight="fill" />
                </button>
              </li>
            )}
            {swap && (
              <li>
                <button type="button" className="way" onClick={() => onSwap(swap)}>
                  <KinPhoto person={who} />
                  <Words
                    title={t(`missed.by-${swap}`, { called })}
                    hint={t(`missed.by-${swap}-hint`, { called })}
                  />
                  <Icon name={swap === 'phone' ? 'phone' : 'video-camera'} weight="fill" />
                </button>
              </li>
            )}
            {shown.map((card) => (
              <li key={card.contactId}>
                <button type="button" className="way" onClick={() => onCall(card)}>
                  <KinPhoto person={card} />
                  <Words
                    title={t('missed.call', { called: card.called })}
                    hint={t(`kin.${kinState(card)}`)}
                  />
                  <Icon name="phone" weight="fill" />
                </button>
              </li>
            ))}
            {needsTeacher ? (
              <li>
                <button type="button" className="way" onClick={raise}>
                  <Picture name="raising" />
                  <Words title={t('child.raise.label')} hint={t('missed.teacher-hint')} />
                  <Icon name="hand-waving" weight="fill" />
                </button>
              </li>
            ) : (
              <li className="way is-said">
                <Picture name="calendar" />
                <Words
                  title={t(comesTomorrow.has(kind) ? 'missed.tomorrow' : 'missed.later')}
                  hint={t('missed.later-hint', { called })}
                />
              </li>
            )}
            <li>
              <button type="button" className={isOffered ? 'way' : 'way main'} onClick={onBack}>
                <Picture name="house-garden" />
                <Words title={t('missed.back')} hint={t('missed.back-hint')} />
                <Icon name="caret-right" weight="bold" />
              </button>
            </li>
          </ul>
        </section>
      </main>
    </ChildPage>
  )
}

const Words = ({ title, hint }: { readonly title: string; readonly hint: string }) => (
  <span>
    <b>{title}</b>
    <span className="soft">{hint}</span>
  </span>
)
