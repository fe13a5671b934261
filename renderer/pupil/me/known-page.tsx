import './known.css'
import { useState, type ReactNode } from 'react'
import type { Known } from '#contract/me.ts'
import { askAbout, type KnownThing } from '#contract/me-choices.ts'
import { GoButton, Pill, RoundButton } from '#ui/child/buttons.tsx'
import { Loading, SayCard } from '#ui/child/say.tsx'
import { Speak, SpokenText } from '#ui/child/speak.tsx'
import { Picture } from '#ui/picture.tsx'
import type { PictureName } from '#ui/sprite/names.ts'
import { dayWords } from '../../activities/diary/day-words.ts'
import { useAnswer, useDo, useEvent } from '../../api/query.tsx'
import { useRefusalWords } from '../../i18n/child-refusal-words.ts'
import { useWords } from '../../i18n/use-words.tsx'
import { useChild, useGo } from '../session/session.tsx'
import { HelpLine } from '../talk/help-line.tsx'
import { ToldList } from '../told/told-list.tsx'
import { LookedList } from './looked-list.tsx'

type View = 'house' | 'looked' | 'ask'

/** What the room knows about me (S11), as a house cut open: what stands at the gate, in the hall, in my drawer. */
export function KnownPage() {
  const { t } = useWords()
  const why = useRefusalWords()
  const go = useGo()
  const asked = useAnswer('me.known', undefined, { fresh: true })
  useEvent('me.asked', asked.again)
  const [view, setView] = useState<View>('house')
  const known = asked.value
  const words = `${t('me.known.title')} ${t('me.known.hint')}`
  return (
    <main className="known">
      <div className="line">
        <RoundButton
          label={t('me.known.back')}
          icon="arrow-left"
          weight="bold"
          onPress={() => (view === 'house' ? go('me') : setView('house'))}
        />
        <h1>
          <SpokenText spokenAs={words}>
            {view === 'looked' ? t('me.known.who-looked') : t('me.known.title')}
          </SpokenText>
        </h1>
        <Speak text={words} label={t('child.read', { text: t('me.known.title') })} />
        <p className="soft hide-narrow">{t('me.known.hint')}</p>
        <span className="known-help">
          <HelpLine />
        </span>
      </div>
      {asked.refusal ? (
        <SayCard
          kind="error"
          title={why(asked.refusal)}
          hint={t('child.broken.hint')}
          action={{ label: t('child.again'), onPress: asked.again }}
        />
      ) : !known ? (
        <Loading label={t('child.wait')} shape="cards" />
      ) : view === 'looked' ? (
        <>
          <LookedList lines={known.looked} />
          <ToldList />
        </>
      ) : (
        <>
          {view === 'ask' ? <Ask known={known} onDone={asked.again} /> : <House known={known} />}
          <Foot known={known} asking={view === 'ask'} onView={setView} />
        </>
      )}
    </main>
  )
}

const pictures: Readonly<Record<KnownThing, PictureName>> = {
  'name-face': 'rabbit',
  class: 'school',
  'in-use': 'sun',
  calls: 'telephone',
  messages: 'letter',
  family: 'house-garden',
  photo: 'camera',
  learning: 'puzzle',
  turns: 'calendar',
  feeling: 'glad',
  talks: 'speech',
  diary: 'book',
  'pictures-sounds': 'microphone',
}

function House({ known }: { readonly known: Known }) {
  const { t } = useWords()
  return (
    <div className="known-house">
      <div className="known-roof" aria-hidden="true" />
      <div className="known-rooms">
        <Place door="learn" name="gate" things={known.gate} picture={<Picture name="wave" />} />
        <Place door="sun" name="hall" things={known.hall} picture={<Picture name="teacher" />} />
        <Place door="diary" name="drawer" things={known.drawer} picture={<Picture name="locked" />}>
          <li className="known-danger">
            <Picture name="rain" />
            <span>{t('me.known.danger')}</span>
          </li>
        </Place>
      </div>
    </div>
  )
}

interface PlaceProps {
  readonly door: 'learn' | 'sun' | 'diary'
  readonly name: 'gate' | 'hall' | 'drawer'
  readonly things: readonly KnownThing[]
  readonly picture: ReactNode
  readonly children?: ReactNode
}

function Place({ door, name, things, picture, children }: PlaceProps) {
  const { t } = useWords()
  const child = useChild()
  const lines = things.map((thing) => t(`me.known.thing.${thing}`))
  const more = children ? t('me.known.danger') : ''
  const words = [t(`me.known.${name}`), t(`me.known.${name}-hint`), ...lines, more].filter(Boolean).join('。')
  return (
    <section className={`known-place d-${door}`}>
      <div className="line center">
        {picture}
        <h2>
          <SpokenText spokenAs={words} pinyin={false}>
            {t(`me.known.${name}`)}
          </SpokenText>
        </h2>
        <Speak text={words} label={t('child.read', { text: t(`me.known.${name}`) })} />
      </div>
      <p className="known-whose">{t(`me.known.${name}-hint`)}</p>
      <ul className={things.length > 5 ? 'is-full' : undefined}>
        {things.map((thing) => (
          <li key={thing}>
            <Picture name={thing === 'name-face' ? child.face.animal : pictures[thing]} />
            <span>{t(`me.known.thing.${thing}`)}</span>
          </li>
        ))}
        {children}
      </ul>
    </section>
  )
}

interface FootProps {
  readonly known: Known
  readonly asking: boolean
  readonly onView: (view: View) => void
}

function Foot({ known, asking, onView }: FootProps) {
  const { t, language } = useWords()
  const [last] = known.asks
  const { keeper } = known
  return (
    <div className="known-foot">
      <Picture name="teacher" />
      <p>
        {last ? (
          <b role="status">
            {last.done
              ? t('me.known.answered', { name: last.adultName })
              : t('me.known.asked', { name: last.adultName, day: dayWords(last.due, language).day })}
          </b>
        ) : (
          <b>{t('me.known.wrong')}</b>
        )}
        <span className="soft">
          {keeper === null ? t('me.known.keeper-none') : t('me.known.keeper', { name: keeper })}
        </span>
      </p>
      <Pill icon="eye" label={t('me.known.who-looked')} onPress={() => onView('looked')} />
      {keeper !== null && !asking && (
        <GoButton label={t('me.known.ask', { name: keeper })} onPress={() => onView('ask')} />
      )}
    </div>
  )
}

const askPictures = { look: 'eyes', change: 'pencil', remove: 'sponge' } as const

/** What to ask whoever looks after it: it becomes a task of theirs, with a date. */
function Ask({ known, onDone }: { readonly known: Known; readonly onDone: () => void }) {
  const { t, language } = useWords()
  const why = useRefusalWords()
  const ask = useDo('me.ask', { done: onDone })
  const title = t('me.known.ask-title', { name: known.keeper ?? '' })
  const words = [title, ...askAbout.map((about) => t(`me.known.about.${about}`))].join('。')
  return (
    <section className="known-ask">
      <div className="line">
        <h2>
          <SpokenText spokenAs={words}>{title}</SpokenText>
        </h2>
        <Speak text={words} label={t('child.read', { text: title })} />
        {ask.refusal && <p role="alert">{why(ask.refusal)}</p>}
      </div>
      <ul>
        {askAbout.map((about) => {
          const open = known.asks.find((one) => one.about === about && !one.done)
          return (
            <li key={about}>
              <button
                type="button"
                className="card"
                aria-pressed={open !== undefined}
                onClick={() => ask.go({ about })}
              >
                <Picture name={askPictures[about]} />
                <b>{t(`me.known.about.${about}`)}</b>
                {open && (
                  <span className="soft">
                    {t('me.known.asked', { name: open.adultName, day: dayWords(open.due, language).day })}
                  </span>
                )}
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
