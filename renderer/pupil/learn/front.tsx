import type { ActivityCard as Card, Shelf } from '#contract/learning.ts'
import { GoButton, Pill } from '#ui/child/buttons.tsx'
import { SayCard } from '#ui/child/say.tsx'
import { HillScene } from '#ui/child/scenes.tsx'
import { Speak, SpokenText } from '#ui/child/speak.tsx'
import { Bamboo } from '#ui/drawings/bamboo.tsx'
import { useShelfWords } from '../../i18n/shelf-words.ts'
import { useWords } from '../../i18n/use-words.tsx'
import { useGo } from '../session/session.tsx'
import { ActivityCard, Art, useCardLine, useTitles } from './activity-card.tsx'
import { Grove } from './grove.tsx'
import { ReadCards } from './read-cards.tsx'
import { useReadInTurn } from './read-in-turn.ts'

/** The front of the corner: go on where I was, my grove, what suits me. */
export function Front({ shelf }: { readonly shelf: Shelf }) {
  const { t } = useWords()
  const { t: s } = useShelfWords()
  const go = useGo()
  const titleOf = useTitles()
  const byId = new Map(shelf.cards.map((card) => [card.activity, card]))
  const suits = shelf.suits.flatMap((activity) => byId.get(activity) ?? [])
  // Never played: the first thing that suits is the lesson to begin with.
  const going = byId.get(shelf.goOn ?? '') ?? suits[0] ?? shelf.cards[0]
  const others = suits.filter(({ activity }) => activity !== going?.activity)
  const title = s('suits')
  const texts = [title, ...others.map(({ activity }) => titleOf(activity))]
  const reading = useReadInTurn(texts)
  return (
    <div className="front">
      <HillScene className="again">
        {going ? (
          <GoOn card={going} />
        ) : (
          <SayCard kind="empty" title={s('empty.title')} hint={s('empty.hint')} />
        )}
        <Grove shelf={shelf} />
      </HillScene>
      {others.length > 0 && (
        <>
          <div className="line">
            <h1>
              <SpokenText>{title}</SpokenText>
            </h1>
            <ReadCards
              label={t('child.read', { text: texts.join(', ') })}
              reading={reading.at !== undefined}
              onPress={reading.toggle}
            />
            <Pill picture="passport" label={s('passport.open')} onPress={() => go('learn', 'passport')} />
          </div>
          <ul className="suits">
            {others.map((card, index) => (
              <li key={card.activity}>
                <ActivityCard card={card} read={reading.at === index + 1} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

/** What was played last, with the one sun button. */
function GoOn({ card }: { readonly card: Card }) {
  const { t } = useWords()
  const { t: s } = useShelfWords()
  const go = useGo()
  const title = useTitles()(card.activity)
  const line = useCardLine()(card)
  const text = `${title}, ${card.tried ? line : s('new-here')}`
  return (
    <div className="again-card">
      <Art activity={card.activity} />
      <div className="again-say">
        <div className="line">
          <h1>
            <SpokenText spokenAs={text}>{title}</SpokenText>
          </h1>
          <Speak plain text={text} label={t('child.read', { text })} />
        </div>
        <p className="soft">{card.tried ? line : s('new-here')}</p>
        <Bamboo joints={card.joints} label={s('bamboo', { joints: card.joints })} />
        <GoButton
          label={card.tried ? s('again') : s('again-new')}
          icon="arrow-right"
          onPress={() => go('activity', card.activity)}
        />
      </div>
    </div>
  )
}
