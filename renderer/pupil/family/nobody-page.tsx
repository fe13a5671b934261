import './family.css'
import { GoButton, Pill } from '#ui/child/buttons.tsx'
import { Loading, SayCard } from '#ui/child/say.tsx'
import { HillScene } from '#ui/child/scenes.tsx'
import { Speak, SpokenText } from '#ui/child/speak.tsx'
import { Phone } from '#ui/drawings/door-heroes.tsx'
import { useWords } from '../../i18n/use-words.tsx'
import { ChildPage } from '../session/child-page.tsx'
import { useGo } from '../session/session.tsx'
import { useRaiseHand } from '../warnings/raise-hand.tsx'

export interface NobodyPageProps {
  /** `no-family`: nobody is on the list, or no guardian agreed to anything yet. */
  readonly why: 'waiting' | 'no-family' | 'no-server' | 'trouble'
}

/** Nobody can be called yet: why not, and what is possible now. */
export function NobodyPage({ why }: NobodyPageProps) {
  const { t } = useWords()
  const go = useGo()
  const raise = useRaiseHand()
  if (why === 'waiting')
    return (
      <ChildPage door="call">
        <main>
          <Loading label={t('child.wait')} shape="cards" />
        </main>
      </ChildPage>
    )
  const say = { title: t(`family.${why}.title`), hint: t(`family.${why}.hint`) }
  const words = `${say.title}。${say.hint}。${t('family.meanwhile')}`
  return (
    <ChildPage door="call">
      <main className="nobody">
        <HillScene className="nobody-picture">
          <Phone />
        </HillScene>
        <section className="nobody-words">
          <div className="line">
            <h1>
              <SpokenText>{t('family.title')}</SpokenText>
            </h1>
            <Speak text={words} label={t('child.read', { text: words })} />
          </div>
          <SayCard kind="empty" {...say} />
          <p className="lead">{t('family.meanwhile')}</p>
          <div className="line">
            <GoButton icon="notebook" label={t('family.to-diary')} onPress={() => go('diary')} />
            <Pill picture="raising" label={t('child.raise.label')} onPress={raise} />
          </div>
        </section>
      </main>
    </ChildPage>
  )
}
