import './soon.css'
import type { ReactNode } from 'react'
import { GoButton, Pill } from '#ui/child/buttons.tsx'
import { SayCard } from '#ui/child/say.tsx'
import { HillScene } from '#ui/child/scenes.tsx'
import { Speak, SpokenText } from '#ui/child/speak.tsx'
import { Picture } from '#ui/picture.tsx'
import type { PictureName } from '#ui/sprite/names.ts'
import { useWords } from '../../i18n/use-words.tsx'
import { ChildPage } from '../session/child-page.tsx'
import { useGo } from '../session/session.tsx'

export interface SoonPageProps {
  readonly door: 'call' | 'me'
  readonly title: string
  readonly picture: ReactNode
  readonly say: { readonly title: string; readonly hint: string }
  /** What this room will hold. */
  readonly soon: string
  readonly holds: readonly { readonly picture: PictureName; readonly text: string }[]
  /** What is possible here already. */
  readonly now?: { readonly picture: PictureName; readonly label: string; readonly onPress: () => void }
}

/** A door whose room is not furnished yet: what it will hold, why not yet, and the way back. */
export function SoonPage({ door, title, picture, say, soon, holds, now }: SoonPageProps) {
  const { t } = useWords()
  const go = useGo()
  const all = `${soon}：${holds.map(({ text }) => text).join('，')}`
  return (
    <ChildPage door={door}>
      <main className="soon">
        <HillScene className="soon-picture">{picture}</HillScene>
        <section className="soon-words">
          <div className="line">
            <h1>
              <SpokenText>{title}</SpokenText>
            </h1>
            <Speak text={title} label={t('child.read', { text: title })} />
          </div>
          <SayCard kind="empty" title={say.title} hint={say.hint} />
          <div className="card soon-holds">
            <div className="line">
              <h2>
                <SpokenText spokenAs={all}>{soon}</SpokenText>
              </h2>
              <Speak text={all} label={t('child.read', { text: all })} />
            </div>
            <ul>
              {holds.map((one) => (
                <li key={one.picture}>
                  <Picture name={one.picture} />
                  <span>
                    <SpokenText pinyin={false}>{one.text}</SpokenText>
                  </span>
                </li>
              ))}
            </ul>
          </div>
          <div className="line">
            {now && <Pill picture={now.picture} label={now.label} onPress={now.onPress} />}
            <GoButton label={t('child.to-home')} onPress={() => go('home')} />
          </div>
        </section>
      </main>
    </ChildPage>
  )
}
