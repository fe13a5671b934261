import './share.css'
import { useState } from 'react'
import type { DiaryPage } from '#contract/diary.ts'
import type { Given, Receiver } from '#contract/shares.ts'
import { GoButton, Pill } from '#ui/child/buttons.tsx'
import { Pager } from '#ui/child/choices.tsx'
import { Loading, SayCard } from '#ui/child/say.tsx'
import { Speak, SpokenText } from '#ui/child/speak.tsx'
import { Icon } from '#ui/icon.tsx'
import { Picture } from '#ui/picture.tsx'
import { pageCount, pageOf } from '#ui/pages-rules.ts'
import { useSpeech } from '#ui/speech.ts'
import { useAnswer, useDo } from '../../../api/query.tsx'
import { useRefusalWords } from '../../../i18n/child-refusal-words.ts'
import { useWords } from '../../../i18n/use-words.tsx'
import { PagePaper } from '../../../paper/page-paper.tsx'
import { dayWords } from '../day-words.ts'
import { PagePictures } from './page-pictures.tsx'
import { ReceiverFace, receiverName, useReceivers, whoSees } from './receiver.tsx'

/** A row of three. */
const row = 3

const keyOf = (to: Receiver | null): string => (to === null ? 'me' : 'id' in to ? to.id : 'basket')

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
  const { family, adults, given, away } = receivers.value
  return <Choosing page={page.value} {...{ family, adults, given, away, onBack }} />
}

interface ChoosingProps {
  readonly page: DiaryPage
  readonly family: readonly (Receiver & { readonly circle: 'family' })[]
  readonly adults: readonly (Receiver & { readonly circle: 'adult' })[]
  readonly given: Given | null
  readonly away: boolean
  readonly onBack: () => void
}

function Choosing({ page, family, adults, given, away, onBack }: ChoosingProps) {
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
      <WhatItMeans
        given={given}
        said={said}
        busy={back.busy}
        away={away}
        onBack={() => back.go({ page: page.id })}
      />
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

interface WhatItMeansProps {
  readonly given: Given | null
  readonly said: string | undefined
  readonly busy: boolean
  readonly away: boolean
  readonly onBack: () => void
}

/** What giving means; once it is given, to whom, what they see, and the way back. */
function WhatItMeans({ given, said, busy, onBack }: WhatItMeansProps) {
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

interface GroupProps {
  readonly title: string
  readonly items: readonly Receiver[]
  readonly none: string
  readonly isOn: (to: Receiver) => boolean
  readonly onPick: (to: Receiver) => void
}

function Group({ title, items, none, isOn, onPick }: GroupProps) {
  const { t } = useWords()
  const [at, turnTo] = useState(0)
  const pages = pageCount(items.length, row)
  return (
    <section aria-label={title}>
      <div className="share-title">
        <h2>{title}</h2>
        {pages > 1 && (
          <Pager
            page={at}
            pages={pages}
            onPage={turnTo}
            previousLabel={t('who.previous')}
            nextLabel={t('who.next')}
            label={t('diary.share.page', { page: at + 1, pages })}
          />
        )}
      </div>
      {items.length === 0 ? (
        <p className="soft">{none}</p>
      ) : (
        <ul className="share-three">
          {pageOf(items, at, row).map((to) => (
            <li key={keyOf(to)}>
              <Pick
                to={to}
                name={receiverName(to, t)}
                hint={
                  to.circle === 'family' ? (to.city ?? '') : to.circle === 'adult' ? t(`role.${to.role}`) : ''
                }
                on={isOn(to)}
                onPick={() => onPick(to)}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

interface PickProps {
  readonly to: Receiver | null
  readonly name: string
  readonly hint: string
  readonly on: boolean
  readonly onPick: () => void
}

function Pick({ to, name, hint, on, onPick }: PickProps) {
  return (
    <button type="button" role="radio" aria-checked={on} className="pick" onClick={onPick}>
      <ReceiverFace to={to} />
      <span className="pick-words">
        <b className={Array.from(name).length > 5 ? 'long' : undefined}>{name}</b>
        {hint && <span className="soft">{hint}</span>}
      </span>
      {on && <Icon name="check-circle" weight="fill" />}
    </button>
  )
}
