import type { Given } from '#contract/shares.ts'
import { Pill } from '#ui/child/buttons.tsx'
import { Speak } from '#ui/child/speak.tsx'
import { Icon } from '#ui/icon.tsx'
import { Picture } from '#ui/picture.tsx'
import { useWords } from '../../../i18n/use-words.tsx'
import { ReceiverFace, receiverName } from './receiver.tsx'

interface WhatItMeansProps {
  readonly given: Given | null
  readonly said: string | undefined
  readonly busy: boolean
  readonly onBack: () => void
}

/** What giving means; once it is given, to whom, what they see, and the way back. */
export function WhatItMeans({ given, said, busy, onBack }: WhatItMeansProps) {
  const { t } = useWords()
  if (!given) {
    const words = said ?? `${t('diary.share.rule-give')}。${t('diary.share.rule-back')}`
    return (
      <section className="promise">
        {said ? (
          <p className="share-said" role="status">
            <Picture name="locked" />
            <span>{said}</span>
          </p>
        ) : (
          <>
            <p>
              <Picture name="key" />
              <span>{t('diary.share.rule-give')}</span>
            </p>
            <p>
              <Icon name="arrow-u-up-left" weight="bold" />
              <span>{t('diary.share.rule-back')}</span>
            </p>
          </>
        )}
        <Speak text={words} label={t('child.read', { text: words })} />
      </section>
    )
  }
  const { circle } = given.to
  const name = receiverName(given.to, t)
  const title =
    circle === 'basket' ? t('diary.share.in-basket-page') : t('diary.share.can-see-page', { name })
  const hint =
    circle === 'basket'
      ? t('diary.share.basket-say')
      : t(circle === 'family' ? 'diary.share.family-hint' : 'diary.share.adult-hint', { name })
  return (
    <section className="promise is-given">
      <ReceiverFace to={given.to} />
      <div>
        <p role="status">
          <b>{title}</b>
        </p>
        {given.seen && (
          <p className="share-seen">
            <Picture name="eyes" />
            {t('diary.share.seen', { name })}
          </p>
        )}
        {given.way === 'waiting' && (
          <p className="share-seen">
            <Icon name="clock" weight="fill" />
            {t('diary.share.waiting', { name })}
          </p>
        )}
        <p className="share-hint">{hint}</p>
      </div>
      <div className="share-acts">
        <Pill
          icon="arrow-u-up-left"
          weight="bold"
          label={t('diary.share.take-back')}
          disabled={busy}
          onPress={onBack}
        />
        <Speak text={`${title}。${hint}`} label={t('child.read', { text: title })} />
      </div>
    </section>
  )
}
