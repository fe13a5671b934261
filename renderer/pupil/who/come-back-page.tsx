import './one-card.css'
import type { FaceTile } from '#contract/children.ts'
import { GoButton, Pill } from '#ui/child/buttons.tsx'
import { Face } from '#ui/child/face.tsx'
import { HillScene } from '#ui/child/scenes.tsx'
import { Speak, SpokenText } from '#ui/child/speak.tsx'
import { TopBar } from '#ui/child/top-bar.tsx'
import { useWords } from '../../i18n/use-words.tsx'
import { givenName } from '../pictures/given-rules.ts'
import { RaiseHandPill } from '../warnings/raise-hand.tsx'

export interface ComeBackPageProps {
  readonly child: FaceTile
  readonly busy: boolean
  readonly onGo: () => void
  readonly onBack: () => void
}

/** After a power cut: this seat remembers who sat here, and asks. */
export function ComeBackPage({ child, busy, onGo, onBack }: ComeBackPageProps) {
  const { t } = useWords()
  const title = t('who.back.title', { name: givenName(child) })
  const hint = t('who.back.hint')
  return (
    <div className="child">
      <TopBar
        left={<Pill icon="arrow-left" weight="bold" label={t('pictures.not-me')} onPress={onBack} />}
        tools={<RaiseHandPill />}
      />
      <main>
        <HillScene className="one-card">
          <Face face={child.face} size={168} />
          <h1>
            <SpokenText>{title}</SpokenText>
          </h1>
          <p className="lead">
            <SpokenText pinyin={false}>{hint}</SpokenText>
          </p>
          <div className="line">
            <Speak text={title} label={t('child.read', { text: title })} />
            <GoButton label={t('who.back.go')} busy={busy} busyLabel={t('child.wait')} onPress={onGo} />
          </div>
        </HillScene>
      </main>
    </div>
  )
}
