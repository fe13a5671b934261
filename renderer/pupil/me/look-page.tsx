import './look.css'
import { useState } from 'react'
import { animals, tones } from '#contract/pictures.ts'
import type { ChildSettings } from '#contract/me.ts'
import { letterSizes, voices } from '#contract/me-choices.ts'
import { GoButton } from '#ui/child/buttons.tsx'
import { Pager } from '#ui/child/choices.tsx'
import { Face } from '#ui/child/face.tsx'
import { HillScene } from '#ui/child/scenes.tsx'
import { Speak, SpokenText } from '#ui/child/speak.tsx'
import { Icon } from '#ui/icon.tsx'
import { pageCount, pageOf } from '#ui/pages-rules.ts'
import { Picture } from '#ui/picture.tsx'
import { useAnswer, useDo } from '../../api/query.tsx'
import { useWords } from '../../i18n/use-words.tsx'
import { useChild, useGo } from '../session/session.tsx'
import { ListenerChoice } from '../mood/listener-choice.tsx'
import { LookChoice } from './look-choice.tsx'

/** Two rows of eight; of six on a narrow screen, where four rows would not fit. */
const PAGE = 12
const voicePictures = { on: 'girl', slow: 'snail', off: 'shush' } as const

/** How I look and how my screen is (44): each choice is kept, and seen, at once. */
export function LookPage() {
  const { t, language } = useWords()
  const child = useChild()
  const go = useGo()
  const room = useAnswer('room.look', undefined).value
  const feelings = useAnswer('feelings.page', undefined, { fresh: true })
  const [page, setPage] = useState(() => Math.floor(animals.indexOf(child.face.animal) / PAGE))
  const [choosing, setChoosing] = useState(false)
  const face = useDo('me.setFace')
  const keep = useDo('me.setSettings')
  const choose = useDo('feelings.choose', {
    stale: ['feelings.page'],
    done: () => setChoosing(false),
    refused: () => setChoosing(false),
  })
  const { settings } = child
  const set = (next: Partial<ChildSettings>) => keep.go({ ...settings, ...next })
  const pinyin = settings.pinyin ?? room?.pinyin ?? false
  const pages = pageCount(animals.length, PAGE)
  const listener = feelings.value?.listener
  const heard =
    listener?.kind === 'adult' ? listener.adult.name : t(`me.look.listener.${listener?.kind ?? 'not-yet'}`)
  if (choosing && feelings.value)
    return (
      <main className="look-listener">
        <ListenerChoice page={feelings.value} onChoose={(adultId) => choose.go({ adultId })} />
        <GoButton label={t('me.look.done')} onPress={() => setChoosing(false)} />
      </main>
    )
  const trouble = face.refusal ?? keep.refusal ?? choose.refusal
  return (
    <main className="me look">
      <HillScene className="me-card">
        <div className="line">
          <h1>
            <SpokenText>{t('me.look.title')}</SpokenText>
          </h1>
          <Speak text={t('me.look.title')} label={t('child.read', { text: t('me.look.title') })} />
        </div>
        <div className="card look-face">
          <Face face={child.face} size={132} />
          <b>{child.name}</b>
          {child.face.photo && <span className="soft">{t('me.look.photo')}</span>}
        </div>
        <p className={trouble ? 'look-kept is-trouble' : 'look-kept'} role="status">
          <Icon name={trouble ? 'warning-circle' : 'check-circle'} weight="fill" />
          {t(trouble ? 'me.look.trouble' : 'me.look.kept')}
        </p>
        <GoButton label={t('me.look.done')} onPress={() => go('me')} />
      </HillScene>
      <div className="look-main">
        <section className="card look-faces">
          <div className="line">
            <h2>
              <SpokenText>{t('me.look.face')}</SpokenText>
            </h2>
            <Speak text={t('me.look.face')} label={t('child.read', { text: t('me.look.face') })} />
            <Pager
              page={page}
              pages={pages}
              onPage={setPage}
              previousLabel={t('me.look.previous')}
              nextLabel={t('me.look.next')}
              label={t('me.look.page', { page: page + 1, pages })}
            />
          </div>
          <ul className="look-animals">
            {pageOf(animals, page, PAGE).map((animal) => (
              <li key={animal}>
                <button
                  type="button"
                  aria-label={t(`me.look.animal.${animal}`)}
                  aria-pressed={animal === child.face.animal}
                  onClick={() => face.go({ animal, tone: child.face.tone })}
                >
                  <Face face={{ animal, tone: child.face.tone }} size={72} />
                </button>
              </li>
            ))}
          </ul>
          <div className="look-tones" role="group" aria-label={t('me.look.colour')}>
            {tones.map((tone) => (
              <button
                key={tone}
                type="button"
                className="face"
                data-tone={tone}
                aria-label={t(`me.look.tone.${tone}`)}
                aria-pressed={tone === child.face.tone}
                onClick={() => face.go({ animal: child.face.animal, tone })}
              >
                {tone === child.face.tone && <Icon name="check" weight="bold" />}
              </button>
            ))}
          </div>
        </section>
        <div className="look-row">
          <LookChoice
            title={t('me.look.voice')}
            chosen={settings.voice}
            items={voices.map((id) => ({
              id,
              label: t(`me.look.voices.${id}`),
              picture: <Picture name={voicePictures[id]} />,
            }))}
            onChoose={(voice) => set({ voice })}
          />
          {language === 'zh-CN' && (
            <LookChoice
              title={t('me.look.pinyin')}
              chosen={pinyin ? 'on' : 'off'}
              items={(['on', 'off'] as const).map((id) => ({
                id,
                label: t(`me.look.pinyins.${id}`),
                picture: <span className="look-sample">{id === 'on' && <i>jiā</i>}家</span>,
              }))}
              onChoose={(id) => set({ pinyin: id === 'on' })}
            />
          )}
          <LookChoice
            title={t('me.look.letters')}
            chosen={settings.letters}
            items={letterSizes.map((id) => ({
              id,
              label: t(`me.look.sizes.${id}`),
              picture: <span className={`look-sample is-${id}`}>{language === 'en' ? 'A' : '字'}</span>,
            }))}
            onChoose={(letters) => set({ letters })}
          />
          {feelings.value && feelings.value.adults.length > 0 && (
            <LookChoice
              title={t('me.look.feeling')}
              chosen=""
              items={[{ id: 'change', label: heard, picture: <Picture name="heart" /> }]}
              onChoose={() => setChoosing(true)}
            />
          )}
        </div>
      </div>
    </main>
  )
}
