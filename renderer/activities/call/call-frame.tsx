import './call.css'
import type { ReactNode } from 'react'
import { SpokenText } from '#ui/child/speak.tsx'
import { TopBar } from '#ui/child/top-bar.tsx'
import { Swallow } from '#ui/drawings/swallow.tsx'
import { useWords } from '../../i18n/use-words.tsx'
import { HeaderMiddle } from '../../features/warnings/header-middle.tsx'
import { RaiseHandPill } from '../../features/warnings/raise-hand.tsx'
import { useChild, usePhase } from '../../features/session/session.tsx'

/** The page of a call: no way home but “goodbye”, and a time that is over says so without a button (H5). */
export function CallFrame({ children }: { readonly children: ReactNode }) {
  const child = useChild()
  return (
    <div className="child d-call">
      <TopBar whose={{ face: child.face, name: child.given }} middle={<Middle />} tools={<RaiseHandPill />} />
      {children}
    </div>
  )
}

function Middle() {
  const { t } = useWords()
  if (usePhase() !== 'goodbye') return <HeaderMiddle />
  return (
    <div className="word-from-swallow" role="status">
      <svg viewBox="-22 -26 56 74" aria-hidden="true">
        <Swallow />
      </svg>
      <p>
        <SpokenText pinyin={false}>{t('call.time-over')}</SpokenText>
      </p>
    </div>
  )
}
