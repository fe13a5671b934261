import './one-card.css'
import type { FaceTile } from '#contract/children.ts'
import type { Refusal } from '#contract/refusal.ts'
import { GoButton } from '#ui/child/buttons.tsx'
import { Face } from '#ui/child/face.tsx'
import { HillScene } from '#ui/child/scenes.tsx'
import { Speak, SpokenText } from '#ui/child/speak.tsx'
import { TopBar } from '#ui/child/top-bar.tsx'
import { useRefusalWords } from '../../i18n/child-refusal-words.ts'
import { useWords } from '../../i18n/use-words.tsx'
import { RaiseHandPill } from '../warnings/raise-hand.tsx'

export interface NotNowPageProps {
  readonly child: FaceTile
  readonly refusal: Refusal
  readonly onBack: () => void
}

/** This child cannot sit down now: why, kindly. */
export function NotNowPage({ child, refusal, onBack }: NotNowPageProps) {
  const { t } = useWords()
  const why = useRefusalWords()(refusal)
  return (
    <div className="child">
      <TopBar tools={<RaiseHandPill />} />
      <main>
        <HillScene className="one-card">
          <Face face={child.face} size={168} />
          <h1>
            <SpokenText>{why}</SpokenText>
          </h1>
          <div className="line">
            <Speak text={why} label={t('child.read', { text: why })} />
            <GoButton label={t('child.back')} onPress={onBack} />
          </div>
        </HillScene>
      </main>
    </div>
  )
}
