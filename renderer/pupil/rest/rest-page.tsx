import './rest.css'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { GoButton } from '#ui/child/buttons.tsx'
import { Speak, SpokenText } from '#ui/child/speak.tsx'
import { TopBar } from '#ui/child/top-bar.tsx'
import { Icon } from '#ui/icon.tsx'
import { Picture } from '#ui/picture.tsx'
import { useSpeech } from '#ui/speech.ts'
import { useDo } from '../../api/query.tsx'
import { useRefusalWords } from '../../i18n/child-refusal-words.ts'
import { useWords } from '../../i18n/use-words.tsx'
import { useChild } from '../session/session.tsx'
import { HeaderMiddle } from '../warnings/header-middle.tsx'
import { RaiseHandPill } from '../warnings/raise-hand.tsx'
import { Stretching } from './stretching.tsx'
import { FarWindow } from './far-window.tsx'
import { useRestWords } from './words.ts'

/** When each part begins, ms; at the last one the swallow has landed (20 s far away, as eye doctors advise: 20-20-20). */
const parts = [0, 7_000, 13_500, 20_000] as const
const moves = ['shoulders', 'head', 'stretch'] as const

/** Twenty seconds far away and three stretches; whatever was on the screen waits underneath as it was left. */
export function RestPage() {
  const { t } = useWords()
  const { t: s } = useRestWords()
  const why = useRefusalWords()
  const child = useChild()
  const speaker = useSpeech()
  const dialog = useRef<HTMLDialogElement>(null)
  const [at, setAt] = useState(0)
  const rested = useDo('sessions.rested')
  const say = useEffectEvent((part: number) => {
    const move = moves[part]
    if (move) speaker.tell(part === 0 ? `${s('far-say')}${s('move.shoulders-say')}` : s(`move.${move}-say`))
  })
  useEffect(() => {
    dialog.current?.showModal()
    const timers = parts.map((ms, part) =>
      setTimeout(() => {
        setAt(part)
        say(part)
      }, ms),
    )
    return () => timers.forEach(clearTimeout)
  }, [])
  const landed = at === parts.length - 1
  return (
    <dialog
      ref={dialog}
      className="rest-dialog child d-learn"
      aria-label={s('rest')}
      onCancel={(event) => event.preventDefault()}
      // Chromium closes at a second Esc whatever the page says.
      onClose={() => dialog.current?.showModal()}
    >
      <TopBar
        whose={{ face: child.face, name: child.given }}
        middle={<HeaderMiddle />}
        tools={<RaiseHandPill />}
      />
      <main className="rest">
        <div className="rest-left">
          <div className="title-line">
            <h1>
              <SpokenText>{s('far')}</SpokenText>
            </h1>
            <Speak text={s('far-say')} label={t('child.read', { text: s('far-say') })} />
            <p className="rest-for">
              <Picture name="eyes" />
              {s('for-eyes')}
            </p>
          </div>
          <FarWindow label={s('window')} />
        </div>
        <div className="moves">
          {moves.map((move, index) => {
            const state = index < at ? 'done' : index === at ? 'now' : 'next-one'
            return (
              <div key={move} className={`move ${state}`}>
                <Stretching move={move} />
                <b>
                  <SpokenText>{s(`move.${move}`)}</SpokenText>
                </b>
                {state === 'done' && (
                  <span className="tick-dot">
                    <Icon name="check" weight="bold" />
                  </span>
                )}
                {state === 'now' && (
                  <Speak
                    plain
                    text={s(`move.${move}-say`)}
                    label={t('child.read', { text: s(`move.${move}-say`) })}
                  />
                )}
              </div>
            )
          })}
          <GoButton
            label={s('done')}
            disabled={!landed}
            busy={rested.busy}
            busyLabel={t('child.wait')}
            onPress={() => rested.go()}
          />
          {rested.refusal && (
            <p role="status" className="soft">
              {why(rested.refusal)}
            </p>
          )}
        </div>
      </main>
    </dialog>
  )
}
