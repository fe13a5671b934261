import './call.css'
import type { ReactNode } from 'react'
import { Road } from '#ui/child/road.tsx'
import { SpokenText } from '#ui/child/speak.tsx'
import { TopBar } from '#ui/child/top-bar.tsx'
import { Swallow } from '#ui/drawings/swallow.tsx'
import { useWords } from '../../i18n/use-words.tsx'
import { HeaderMiddle } from '../../pupil/warnings/header-middle.tsx'
import { RaiseHandPill } from '../../pupil/warnings/raise-hand.tsx'
import { useChild, usePhase } from '../../pupil/session/session.tsx'
import { phoneSky } from './phone-time-rules.ts'
import type { PhoneTime } from './stage.ts'

export interface CallFrameProps {
  /** The time of the telephone: its own sun stands where the sun of the turn rests. */
  readonly phone?: PhoneTime | null
  readonly children: ReactNode
}

/** The page of a call: no way home but “goodbye”, and a time that is over says so without a button (H5). */
export function CallFrame({ phone = null, children }: CallFrameProps) {
  const child = useChild()
  return (
    <div className="child d-call">
      <TopBar
        whose={{ face: child.face, name: child.given }}
        middle={<Middle phone={phone} />}
        tools={<RaiseHandPill />}
      />
      {children}
    </div>
  )
}

function Middle({ phone }: { readonly phone: PhoneTime | null }) {
  const { t } = useWords()
  const over = usePhase() === 'goodbye'
  if (!over && phone) return <Road {...phoneSky(phone)} label={t('call.phone-time')} />
  if (!over) return <HeaderMiddle />
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
