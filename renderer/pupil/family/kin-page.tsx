import './family.css'
import type { FamilyCard, ServerTrouble } from '#contract/calls.ts'
import { Pill } from '#ui/child/buttons.tsx'
import { Pager } from '#ui/child/choices.tsx'
import { KinCard } from '#ui/child/kin-card.tsx'
import { Speak, SpokenText } from '#ui/child/speak.tsx'
import { Swallow } from '#ui/drawings/swallow.tsx'
import { usePages } from '#ui/child/use-pages.ts'
import { useSpeech } from '#ui/speech.ts'
import { kinState } from '../../activities/call/way-rules.ts'
import { useWords } from '../../i18n/use-words.tsx'
import { ChildPage } from '../session/child-page.tsx'

/** Two rows of four. */
const PAGE = 8

export interface KinPageProps {
  readonly cards: readonly FamilyCard[]
  /** Why the call server cannot be reached now. */
  readonly away: ServerTrouble | null
  readonly onCall: (card: FamilyCard) => void
  readonly onCheck: () => void
  readonly onLetters: (card: FamilyCard) => void
}

/** “Whom do you want to call?” */
export function KinPage({ cards, away, onCall, onCheck, onLetters }: KinPageProps) {
  const { t } = useWords()
  const speaker = useSpeech()
  const { shown, turned } = usePages(cards, PAGE)
  function labelOf(card: FamilyCard): string {
    return t('kin.label', { called: card.called, state: t(`kin.${kinState(card)}`) })
  }
  const pick = (card: FamilyCard) => {
    const state = kinState(card)
    if (state === 'message') onLetters(card)
    else if (state === 'offline' || state === 'closed')
      speaker.speak(t(`kin.${state}-long`, { called: card.called }))
    else onCall(card)
  }
  const lettersOf = (card: FamilyCard) => ({
    label: t(card.unseen > 0 ? 'kin.lantern' : 'kin.write', { called: card.called }),
    lit: card.unseen > 0,
    onOpen: () => onLetters(card),
  })
  const lamps = shown.filter(({ unseen }) => unseen > 0).map(({ called }) => t('kin.lantern', { called }))
  const words = [t('kin.title'), ...lamps, ...shown.map((card) => labelOf(card))].join(' ')
  const callers = cards.filter((card) => card.rang).map(({ called }) => called)
  const rang = callers.length > 0 ? t('kin.rang', { called: callers.join(t('kin.and')) }) : null
  return (
    <ChildPage door="call">
      <main className="kin-page">
        <div className="line">
          <h1>
            <SpokenText>{t('kin.title')}</SpokenText>
          </h1>
          <Speak text={words} label={t('child.read', { text: words })} />
          <span className="check-pill">
            <Pill picture="headphone" label={t('check.open')} onPress={onCheck} />
          </span>
        </div>
        {away && (
          // A wrong clock, a strange certificate, a revoked seat: waiting helps nobody.
          <Line words={t(away === 'call-server-away' ? 'kin.server-away' : 'kin.server-teacher')} />
        )}
        {!away && rang && <Line words={rang} />}
        <ul className={shown.length > 4 ? 'kins two-rows' : 'kins'}>
          {shown.map((card) => (
            <li key={card.contactId}>
              <KinCard
                person={card}
                state={kinState(card)}
                words={t(`kin.${kinState(card)}`)}
                label={labelOf(card)}
                onPick={() => pick(card)}
                {...(card.ways.includes('message') ? { letters: lettersOf(card) } : {})}
              />
            </li>
          ))}
        </ul>
        {turned.pages > 1 && (
          <Pager
            {...turned}
            previousLabel={t('kin.previous')}
            nextLabel={t('kin.next')}
            label={t('kin.page', { page: turned.page + 1, pages: turned.pages })}
          />
        )}
      </main>
    </ChildPage>
  )
}

/** The swallow brings a word. */
const Line = ({ words }: { readonly words: string }) => (
  <p className="kin-away" role="status">
    <svg viewBox="-22 -26 56 74" aria-hidden="true">
      <Swallow />
    </svg>
    <SpokenText pinyin={false}>{words}</SpokenText>
  </p>
)
