import './drawings.css'
import { GoButton, Pill } from '#ui/child/buttons.tsx'
import { Face } from '#ui/child/face.tsx'
import { HillScene } from '#ui/child/scenes.tsx'
import { Speak, SpokenText } from '#ui/child/speak.tsx'
import { Icon } from '#ui/icon.tsx'
import { Picture } from '#ui/picture.tsx'
import { useAnswer } from '../../api/query.tsx'
import { useWords } from '../../i18n/use-words.tsx'
import { useChild, useGo } from '../session/session.tsx'
import { HelpLine } from '../talk/help-line.tsx'
import { NextCards } from './next-cards.tsx'

/** Pictures on the line. */
const HUNG = 4
/** Joints of the small bamboo; beyond them it stays full. */
const JOINTS = 5

/** Who I am, what I drew, what I can do, who knows about me, and what comes next. */
export function MeHome() {
  const { t } = useWords()
  const child = useChild()
  const go = useGo()
  return (
    <main className="me">
      <HillScene className="me-card">
        <Face face={child.face} size={168} />
        <h1>
          <SpokenText>{child.name}</SpokenText>
        </h1>
        <Pill picture="palette" label={t('me.dress')} onPress={() => go('me', 'look')} />
        <NextCards />
      </HillScene>
      <div className="me-main">
        <Drawings />
        <div className="me-pair">
          <Passport />
          <button type="button" className="card me-door" onClick={() => go('me', 'known')}>
            <SmallHouse />
            <span>
              <b>{t('me.known-door')}</b>
              <span className="soft">{t('me.known-hint')}</span>
            </span>
          </button>
        </div>
        <div className="me-foot">
          <GoButton icon="heart" label={t('talk.open')} onPress={() => go('talk')} />
          <Speak text={t('talk.open')} label={t('child.read', { text: t('talk.open') })} />
          <HelpLine />
        </div>
      </div>
    </main>
  )
}

/** The latest pages of the diary as they look small, on a line; only on this child's screen. */
function Drawings() {
  const { t } = useWords()
  const go = useGo()
  const asked = useAnswer('diary.pages', { limit: 12 }, { fresh: true })
  const pages = (asked.value?.pages ?? []).filter(({ thumbnail }) => thumbnail !== null).slice(0, HUNG)
  return (
    <section className="card me-drawings">
      <div className="line">
        <h2>
          <SpokenText>{t('me.drawings')}</SpokenText>
        </h2>
        <Speak text={t('me.drawings')} label={t('child.read', { text: t('me.drawings') })} />
      </div>
      <svg className="me-line" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <path d="M0 3Q50 10 100 3" />
      </svg>
      <ul>
        {pages.map(({ id, thumbnail, opening, day, clockWrong }) => (
          <li key={id}>
            <button
              type="button"
              aria-label={opening || (clockWrong ? t('me.drawings-open') : day)}
              onClick={() => go('diary-page', id)}
            >
              <img src={thumbnail ?? ''} alt="" />
            </button>
          </li>
        ))}
        {pages.length < HUNG && (
          <li className="me-none">
            <button type="button" onClick={() => go('diary')}>
              <Picture name="crayon" />
              <span>{t(pages.length === 0 ? 'me.drawings-none' : 'me.draw')}</span>
            </button>
          </li>
        )}
      </ul>
    </section>
  )
}

function Passport() {
  const { t } = useWords()
  const go = useGo()
  const stamps = useAnswer('learning.stamps', undefined, { fresh: true }).value?.length ?? 0
  return (
    <button type="button" className="card me-door" onClick={() => go('learn', 'passport')}>
      <Picture name="passport" />
      <span>
        <b>{t('me.passport')}</b>
        <span className="soft">
          {stamps === 0 ? t('me.passport-none') : t('me.passport-hint', { count: stamps })}
        </span>
        <span className="me-joints" aria-hidden="true">
          {Array.from({ length: JOINTS }, (_, joint) => (
            <i key={joint} className={joint < stamps ? 'on' : undefined} />
          ))}
        </span>
      </span>
    </button>
  )
}

/** The house cut open, small: gate, hall, drawer. */
const SmallHouse = () => (
  <span className="me-house" aria-hidden="true">
    <svg viewBox="0 0 150 116">
      <path d="M22 6H128L148 44H2Z" fill="#607886" />
      <path d="M30 6H120L123 16H27Z" fill="#4a5d69" />
      <path d="M14 44H136V110H14Z" fill="#fff3dc" />
      <path d="M24 110V72Q24 60 38 60T52 72V110Z" fill="#c0e3c5" />
      <path d="M60 110V72Q60 60 75 60T90 72V110Z" fill="#ffdf94" />
      <path d="M98 110V72Q98 60 112 60T126 72V110Z" fill="#bfe0f1" />
      <path d="M6 110H144V116H6Z" fill="#e7d8bd" />
      <circle cx="38" cy="82" r="6" fill="#4fa469" />
      <circle cx="70" cy="82" r="5" fill="#bb7a0c" />
      <circle cx="81" cy="82" r="5" fill="#bb7a0c" />
    </svg>
    <Icon name="lock-key" weight="fill" />
  </span>
)
