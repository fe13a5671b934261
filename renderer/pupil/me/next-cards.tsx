import { Speak } from '#ui/child/speak.tsx'
import { Picture } from '#ui/picture.tsx'
import type { PictureName } from '#ui/sprite/names.ts'
import { useAnswer } from '../../api/query.tsx'
import { useWords } from '../../i18n/use-words.tsx'
import { useGo } from '../session/session.tsx'

/** When a child may come again, and whom it can talk to: what the room knows, without bookings. */
export function NextCards() {
  const { t } = useWords()
  const go = useGo()
  const me = useAnswer('me.page', undefined, { fresh: true }).value
  const family = useAnswer('calls.family', undefined, { fresh: true }).value
  // Whoever waits now comes first.
  const cards = family?.cards ?? []
  const next = cards.find(({ presence }) => presence === 'open') ?? cards[0]
  const left = me?.turnsLeft ?? null
  const turn =
    left === null ? t('me.turn.any') : left > 0 ? t('me.turn.left', { count: left }) : t('me.turn.none')
  return (
    <ul className="me-next">
      <li>
        {next ? (
          <NextCard
            picture="telephone"
            title={t('me.call.title', { called: next.called })}
            hint={t(next.presence === 'open' ? 'me.call.waiting' : 'me.call.any')}
            onPress={() => go('family')}
          />
        ) : (
          <NextCard
            picture="telephone"
            title={t('me.call.nobody')}
            hint={t('me.call.nobody-hint')}
            onPress={() => go('family')}
          />
        )}
      </li>
      <li>
        <NextCard
          picture="sun"
          title={turn}
          hint={me ? t('me.turn.minutes', { minutes: me.minutes }) : t('me.turn.title')}
        />
      </li>
    </ul>
  )
}

interface NextCardProps {
  readonly picture: PictureName
  readonly title: string
  readonly hint: string
  readonly onPress?: () => void
}

function NextCard({ picture, title, hint, onPress }: NextCardProps) {
  const { t } = useWords()
  const words = `${title}。${hint}`
  const inside = (
    <>
      <Picture name={picture} />
      <span>
        <b>{title}</b>
        <span className="soft">{hint}</span>
      </span>
    </>
  )
  return (
    <div className="me-next-card">
      {onPress ? (
        <button type="button" onClick={onPress}>
          {inside}
        </button>
      ) : (
        <p>{inside}</p>
      )}
      <Speak text={words} label={t('child.read', { text: words })} />
    </div>
  )
}
