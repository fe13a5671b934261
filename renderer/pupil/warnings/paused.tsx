import './paused.css'
import { Speak, SpokenText } from '#ui/child/speak.tsx'
import { Cloud } from '#ui/drawings/land.tsx'
import { Sun } from '#ui/drawings/sun.tsx'
import { useEffect, useRef } from 'react'
import { useWords } from '../../i18n/use-words.tsx'

/** A teacher asked everyone to rest: the page waits underneath as it was left. */
export function Paused() {
  const { t } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  const title = t('child.paused.title')
  const hint = t('child.paused.hint')
  return (
    <dialog
      ref={dialog}
      className="paused"
      aria-label={title}
      onCancel={(event) => event.preventDefault()}
      // Chromium closes at a second Esc whatever the page says; the rest ends when the teacher ends it.
      onClose={() => dialog.current?.showModal()}
    >
      <svg viewBox="-90 -70 180 130" aria-hidden="true">
        <Sun r={40} />
        <Cloud x={-62} y={24} scale={2} opacity={1} />
      </svg>
      <h1>
        <SpokenText>{title}</SpokenText>
      </h1>
      <p>
        <SpokenText pinyin={false}>{hint}</SpokenText>
      </p>
      <Speak text={title} label={t('child.read', { text: title })} />
    </dialog>
  )
}
