import './raise-hand.css'
import { createContext, useContext, useEffect, useRef, useState, type ReactNode } from 'react'
import { Pill } from '#ui/child/buttons.tsx'
import { Sun } from '#ui/drawings/sun.tsx'
import { Icon } from '#ui/icon.tsx'
import { useSpeech } from '#ui/speech.ts'
import { useWords } from '../../i18n/use-words.tsx'
import { chime } from './chime.ts'

const RaiseHandContext = createContext<() => void>(() => undefined)

/** Raises the child's hand over the whole screen. */
export const useRaiseHand = () => useContext(RaiseHandContext)

export function RaiseHand({ children }: { readonly children: ReactNode }) {
  const [raised, setRaised] = useState(false)
  return (
    <RaiseHandContext value={() => setRaised(true)}>
      {children}
      {raised && <RaisedHand onDone={() => setRaised(false)} />}
    </RaiseHandContext>
  )
}

/** “Ask a teacher” of every head. */
export function RaiseHandPill({ label }: { readonly label?: string }) {
  const { t } = useWords()
  const raise = useRaiseHand()
  return <Pill icon="hand-waving" label={label ?? t('child.raise.label')} onPress={raise} />
}

/** To be seen from across the room: the child's request, large, in the colours of the sun. A tap anywhere closes it. */
function RaisedHand({ onDone }: { readonly onDone: () => void }) {
  const { t } = useWords()
  const speaker = useSpeech()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
    chime()
    return () => speaker.stop()
  }, [speaker])
  return (
    <dialog ref={dialog} className="raised" aria-label={t('child.raise.title')} onClose={onDone}>
      <button type="button" className="raised-page" onClick={onDone}>
        <svg viewBox="-80 -80 160 160" aria-hidden="true">
          <Sun r={48} />
        </svg>
        <strong>{t('child.raise.title')}</strong>
        <span className="raised-hint">{t('child.raise.hint')}</span>
        <span className="raised-done">
          <Icon name="hand-waving" weight="fill" />
          {t('child.raise.done')}
        </span>
      </button>
    </dialog>
  )
}
