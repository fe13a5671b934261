import { useState, type ReactNode } from 'react'
import type { LetterBox, MessageCard } from '#contract/messages.ts'
import { GoButton, Pill } from '#ui/child/buttons.tsx'
import { KinPhoto } from '#ui/child/kin-card.tsx'
import { SayCard } from '#ui/child/say.tsx'
import { call } from '../../api/house.ts'
import { useWords } from '../../i18n/use-words.tsx'
import { dayWords } from '../../activities/diary/day-words.ts'
import { LetterFrame } from './letter-frame.tsx'
import { Player } from './player.tsx'

export interface PlayPageProps {
  readonly box: LetterBox
  /** Those to be gone through, in this order. */
  readonly ids: readonly string[]
  readonly onAnswer: () => void
  readonly onBack: () => void
}

/** What came from home, one after the other: it plays by itself, again, or the next one. */
export function PlayPage({ box, ids, onAnswer, onBack }: PlayPageProps) {
  const { t, words } = useWords()
  const [index, setIndex] = useState(0)
  const [turn, setTurn] = useState(0)
  const { called } = box
  const message = box.messages.find(({ id }) => id === ids[index])
  const go = (to: number) => {
    setIndex(to)
    setTurn(0)
  }
  const kind = message?.kind ?? 'voice'
  const label = t(`message.play.${kind}`, { called })
  const isMore = index + 1 < ids.length
  const offers = [
    ...(isMore ? [t('message.play.next')] : []),
    t('message.play.again'),
    t('message.play.answer', { called }),
  ]
  const language = words.language === 'en' ? 'en' : 'zh-CN'
  return (
    <LetterFrame
      picture={<Picture message={message} label={label} face={<KinPhoto person={box} />} turn={turn} />}
      title={label}
      hint={message ? whenWords(message) : t('message.play.coming-hint')}
      offers={offers}
    >
      {isMore ? (
        <GoButton label={t('message.play.next')} icon="skip-forward" onPress={() => go(index + 1)} />
      ) : (
        <GoButton label={t('message.play.answer', { called })} icon="microphone" onPress={onAnswer} />
      )}
      <div className="letterbox-row">
        {message?.content && kind !== 'drawing' && (
          <Pill
            icon="arrow-counter-clockwise"
            weight="bold"
            label={t('message.play.again')}
            onPress={() => setTurn(turn + 1)}
          />
        )}
        {isMore && <Pill icon="microphone" label={t('message.play.answer', { called })} onPress={onAnswer} />}
        {index > 0 && (
          <Pill
            icon="arrow-left"
            weight="bold"
            label={t('message.play.previous')}
            onPress={() => go(index - 1)}
          />
        )}
      </div>
      <div className="letterbox-row letterbox-foot">
        <Pill picture="house-garden" label={t('message.back')} onPress={onBack} />
      </div>
    </LetterFrame>
  )

  function whenWords({ at, clockWrong }: MessageCard): string {
    if (clockWrong) return t('message.play.some-day')
    const day = localDay(new Date(at))
    if (day === localDay(new Date())) return t('message.play.today')
    return t('message.play.day', { day: dayWords(day, language).day })
  }
}

function Picture({
  message,
  label,
  face,
  turn,
}: {
  readonly message: MessageCard | undefined
  readonly label: string
  readonly face: ReactNode
  readonly turn: number
}) {
  const { t } = useWords()
  if (!message?.content)
    return <SayCard kind="offline" title={t('message.play.coming')} hint={t('message.play.coming-hint')} />
  const { id, kind, content, seen } = message
  return (
    <Player
      key={`${id} ${turn}`}
      kind={kind}
      content={content}
      label={label}
      face={face}
      auto
      onOpened={() => (seen ? undefined : void call('messages.seen', { id }))}
    />
  )
}

const localDay = (at: Date): string =>
  [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
