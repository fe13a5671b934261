import type { ActivityCard as Card } from '#contract/learning.ts'
import { SpokenText } from '#ui/child/speak.tsx'
import { Bamboo } from '#ui/drawings/bamboo.tsx'
import { entryOf } from '../../activities/catalog.ts'
import { useShelfWords } from '../../i18n/shelf-words.ts'
import { useGo } from '../session/session.tsx'

/** The title of an activity, as it is shown and read. */
export function useTitles(): (activity: string) => string {
  const { any } = useShelfWords()
  return (activity) => any(`title.${activity}`) ?? ''
}

/** The line under a title: where the child stands with it. */
export function useCardLine(): (card: Card) => string {
  const { t, any } = useShelfWords()
  return ({ activity, inRound, due }) => {
    if (inRound) return t('go-on')
    return due > 0 ? t('friends', { count: due }) : (any(`line.${activity}`) ?? '')
  }
}

export function Art({ activity }: { readonly activity: string }) {
  const entry = entryOf(activity)
  return (
    <span className="art" aria-hidden="true">
      {entry && <entry.Art />}
    </span>
  )
}

interface ActivityCardProps {
  readonly card: Card
  /** It is being read. */
  readonly read?: boolean
}

/** One activity on the shelf: picture, name, line, bamboo. */
export function ActivityCard({ card, read = false }: ActivityCardProps) {
  const { t } = useShelfWords()
  const go = useGo()
  const title = useTitles()(card.activity)
  const line = useCardLine()(card)
  const names = ['act', card.inRound && 'go-on', read && 'is-read'].filter(Boolean).join(' ')
  return (
    <button type="button" className={names} onClick={() => go('activity', card.activity)}>
      <Art activity={card.activity} />
      <span className="act-name">
        <b>
          <SpokenText>{title}</SpokenText>
        </b>
        <span className="soft">{line}</span>
      </span>
      <Bamboo joints={card.joints} label={t('bamboo', { joints: card.joints })} />
    </button>
  )
}
