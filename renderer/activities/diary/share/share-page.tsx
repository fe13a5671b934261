import './share.css'
import { useState } from 'react'
import type { DiaryPage } from '#contract/diary.ts'
import type { Given, Receiver } from '#contract/shares.ts'
import { GoButton, Pill } from '#ui/child/buttons.tsx'
import { Loading, SayCard } from '#ui/child/say.tsx'
import { Speak, SpokenText } from '#ui/child/speak.tsx'
import { Picture } from '#ui/picture.tsx'
import { useSpeech } from '#ui/speech.ts'
import { useAnswer, useDo } from '../../../api/query.tsx'
import { useRefusalWords } from '../../../i18n/child-refusal-words.ts'
import { useWords } from '../../../i18n/use-words.tsx'
import { PagePaper } from '../../../paper/page-paper.tsx'
import { dayWords } from '../day-words.ts'
import { PagePictures } from './page-pictures.tsx'
import { Group, keyOf, Pick } from './receiver-group.tsx'
import { ReceiverFace, receiverName, useReceivers, whoSees } from './receiver.tsx'
import { WhatItMeans } from './what-it-means.tsx'

/** “Who may see it?” (D2): one choice, and the main button says the deed. */
export function SharePage({ id, onBack }: { readonly id: DiaryPage['id']; readonly onBack: () => void }) {
  const { t } = useWords()
  const why = useRefusalWords()
  const page = useAnswer('diary.open', { page: id }, { fresh: true })
  const receivers = useReceivers(id)
  const refusal = page.refusal ?? receivers.refusal
  if (refusal)
    return (
      <div className="diary-say">
        <SayCard
          kind="error"
          title={why(refusal)}
          hint={t('child.broken.hint')}
          action={{ label: t('diary.share.back'), onPress: onBack }}
        />
      </div>
    )
  if (!page.value || !receivers.value) return <Loading label={t('child.wait')} />
  const { family, adults, given } = receivers.value
  return <Choosing page={page.value} {...{ family, adults, given, onBack }} />
}

interface ChoosingProps {
  readonly page: DiaryPage
  readonly family: readonly (Receiver & { readonly circle: 'family' })[]
  readonly adults: readonly (Receiver & { readonly circle: 'adult' })[]
  readonly given: Given | null
  readonly onBack: () => void
}

function Choosing({ page, family, adults, given, onBack }: ChoosingProps) {
  const { t, language } = useWords()
  const why = useRefusalWords()
  const speaker = useSpeech()
  const [chosen, choose] = useState<Receiver | null>(given?.to ?? null)
  const [drawing, setDrawing] = useState(false)
  const [said, say] = useState<string>()
  const stale = { stale: ['shares.receivers'] as const }
  const tell = (words: string) => {
    say(words)
    speaker.speak(words)
  }
  const give = useDo('shares.give', {
    ...stale,
    done: (now) => tell(whoSees(now, t)),
    refused: (refusal) => tell(why(refusal)),
  })
  const back = useDo('shares.takeBack', {
    ...stale,
    done: ({ seen }) => {
      choose(null)
      const name = given ? receiverName(given.to, t) : ''
      tell(t(seen ? 'diary.share.taken-seen' : 'diary.share.taken', { name }))
    },
  })
  const { day, weekday } = page.clockWrong
    ? { day: t('diary.some-day'), weekday: '' }
    : dayWords(page.day, language)
  const title = t('diary.share.title')
  const isNow = keyOf(chosen) === keyOf(given?.to ?? null)

  const doIt = () => {
    if (chosen === null) return given ? back.go({ page: page.id }) : onBack()
    if (chosen.circle === 'family') return setDrawing(true)
    if (isNow) return onBack()
    give.go({
      page: page.id,
      to: chosen.circle === 'adult' ? { circle: 'adult', id: chosen.id } : { circle: 'basket' },
    })
  }
  const deed = (): string => {
    if (chosen === null) return t('diary.share.keep')
    if (chosen.circle === 'basket') return t('diary.share.give-basket')
    const name = receiverName(chosen, t)
    return t(isNow && chosen.circle === 'family' ? 'diary.share.give-again' : 'diary.share.give', { name })
  }
  const pick = (to: Receiver | null) => {
    say(undefined)
    choose(to)
  }
  const isOn = (to: Receiver | null) => keyOf(to) === keyOf(chosen)

  return (
    <div className="share">
      <section className="share-sheet">
        <header className="sheet-head">
          <Picture name="sun-cloud" />
          <span>{day}</span>
          {weekday && <span className="weekday">{weekday}</span>}
          <span className={given ? 'lock-mark is-given' : 'lock-mark'} title={whoSees(given, t)}>
            <ReceiverFace to={given?.to ?? null} />
            <span className="hide-narrow">{whoSees(given, t)}</span>
          </span>
        </header>
        <PagePaper page={page} label={t('diary.title')} />
      </section>
      <WhatItMeans given={given} said={said} busy={back.busy} onBack={() => back.go({ page: page.id })} />
      <section className="share-who">
        <div className="line">
          <h1>
            <SpokenText>{title}</SpokenText>
          </h1>
          <Speak text={title} label={t('child.read', { text: title })} />
        </div>
        <div className="share-groups" role="radiogroup" aria-label={title}>
          <ul className="share-two">
            <li>
              <Pick
                to={null}
                name={t('diary.share.only-me')}
                hint={t('diary.share.only-me-hint')}
                on={isOn(null)}
                onPick={() => pick(null)}
              />
            </li>
            <li>
              <Pick
                to={{ circle: 'basket' }}
                name={t('diary.share.basket')}
                hint={t('diary.share.basket-hint')}
                on={isOn({ circle: 'basket' })}
                onPick={() => pick({ circle: 'basket' })}
              />
            </li>
          </ul>
          <Group
            title={t('diary.share.family')}
            items={family}
            none={t('diary.share.no-family')}
            isOn={isOn}
            onPick={pick}
          />
          <Group
            title={t('diary.share.adults')}
            items={adults}
            none={t('talk.nobody')}
            isOn={isOn}
            onPick={pick}
          />
        </div>
        <div className="share-end">
          <Pill icon="arrow-left" weight="bold" label={t('diary.share.back')} onPress={onBack} />
          <GoButton
            label={deed()}
            busy={give.busy || back.busy || drawing}
            busyLabel={t('diary.share.drawing')}
            onPress={doIt}
          />
        </div>
      </section>
      {drawing && chosen?.circle === 'family' && (
        <PagePictures
          page={page}
          onDone={(pictures) => {
            setDrawing(false)
            if (!pictures) return tell(t('diary.share.not-drawn'))
            give.go({ page: page.id, to: { circle: 'family', id: chosen.id, pictures: [...pictures] } })
          }}
        />
      )}
    </div>
  )
}
