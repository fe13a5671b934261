import type { ReactNode } from 'react'
import { TopBar } from '#ui/child/top-bar.tsx'
import { useWords } from '../../i18n/use-words.tsx'
import { HeaderMiddle } from '../warnings/header-middle.tsx'
import { RaiseHandPill } from '../warnings/raise-hand.tsx'
import { useChild, useGo } from './session.tsx'

export interface ChildPageProps {
  /** Whose colours the page wears. */
  readonly door?: 'call' | 'learn' | 'diary' | 'me'
  readonly className?: string
  readonly children: ReactNode
}

/** Every page of a child but home: the way home, whose session, the sun's way, the raised hand. */
export function ChildPage({ door, className, children }: ChildPageProps) {
  const { t } = useWords()
  const child = useChild()
  const go = useGo()
  return (
    <div className={['child', door && `d-${door}`, className].filter(Boolean).join(' ')}>
      <TopBar
        home={{ label: t('child.to-home'), onPress: () => go('home') }}
        whose={{ face: child.face, name: child.given }}
        middle={<HeaderMiddle />}
        tools={<RaiseHandPill />}
      />
      {children}
    </div>
  )
}
