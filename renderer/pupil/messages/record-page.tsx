import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { LetterBox, MessageCard } from '#contract/messages.ts'
import type { RefusalCode } from '#contract/refusal.ts'
import { useSpeech } from '#ui/speech.ts'
import { createLastingStream, type LastingStream } from '../recording/lasting-stream.ts'
import { isUnheardBy, useDevices } from '../recording/use-devices.ts'
import { RecordView, type Taping } from './record-view.tsx'
import { startTape, type Tape, type TapedKind } from './tape.ts'

export interface RecordPageProps {
  readonly box: LetterBox
  readonly kind: TapedKind
  /** It is kept as a draft; `cut` says what ended it where the child did not. */
  readonly onTaped: (draft: MessageCard, cut?: RefusalCode) => void
  readonly onDraw: () => void
  readonly onBack: () => void
}

/** Talking or filming into a message: the devices, the tape, and its end, whatever ends it. */
export function RecordPage({ box, kind, onTaped, onDraw, onBack }: RecordPageProps) {
  const devices = useDevices({ picture: kind === 'video', during: 'message' })
  const [taping, setTaping] = useState<Taping>({ at: 'ready' })
  const [trouble, setTrouble] = useState<RefusalCode>()
  const speaker = useSpeech()
  const tape = useRef<Tape | undefined>(undefined)
  const lasting = useRef<LastingStream | undefined>(undefined)

  const finish = async (cut?: RefusalCode) => {
    const running = tape.current
    if (!running) return
    tape.current = undefined
    setTaping({ at: 'saving' })
    const done = await running.stop()
    lasting.current?.stop()
    if (done.ok) return onTaped(done.value, cut)
    setTrouble(done.error)
    setTaping({ at: 'ready' })
  }
  const ended = useEffectEvent((why: 'full' | RefusalCode) => void finish(why === 'full' ? undefined : why))
  const start = async () => {
    const { stream } = devices ?? {}
    if (!stream || isUnheardBy(devices) || tape.current) return
    setTrouble(undefined)
    // What is being read aloud is not part of the message.
    speaker.stop()
    const hasPicture = kind === 'video' && !devices?.camera
    const made = createLastingStream(hasPicture)
    for (const track of stream.getTracks()) made.put(track)
    lasting.current = made
    const begun = await startTape({
      contactId: box.contactId,
      kind: hasPicture ? 'video' : 'voice',
      stream: made.stream,
      onEnd: (why) => ended(why),
    })
    if (!begun.ok) {
      made.stop()
      return setTrouble(begun.error)
    }
    tape.current = begun.value
    show(begun.value)
  }
  const show = (running: Tape, rests = running.rests()) =>
    setTaping({ at: 'going', passedMs: running.passed(), mostMs: running.mostMs, rests })
  const goOn = () => {
    if (!tape.current || isUnheardBy(devices)) return
    speaker.stop()
    tape.current.goOn()
    show(tape.current)
  }

  const redraw = useEffectEvent((running: Tape) => show(running))
  const isGoing = taping.at === 'going'
  useEffect(() => {
    if (!isGoing) return undefined
    const timer = setInterval(() => {
      const running = tape.current
      if (running) redraw(running)
    }, 1000)
    return () => clearInterval(timer)
  }, [isGoing])
  // Nothing can be heard: it rests. Nothing can be seen: the voice goes on.
  const isUnheard = isGoing && isUnheardBy(devices)
  const isUnseen = isGoing && Boolean(devices?.camera)
  useEffect(() => {
    if (!isUnheard || !tape.current) return
    tape.current.rest()
    redraw(tape.current)
  }, [isUnheard])
  useEffect(() => {
    if (isUnseen) lasting.current?.restPicture()
  }, [isUnseen])
  // What came back goes in; what is in already changes nothing.
  const stream = devices?.stream
  useEffect(() => {
    for (const track of stream?.getTracks() ?? []) lasting.current?.put(track)
  }, [stream])
  // The page is left in the middle, or the time is over: what was said is a draft.
  useEffect(
    () => () => {
      void tape.current?.stop().then(() => lasting.current?.stop())
    },
    [],
  )

  return (
    <RecordView
      box={box}
      kind={kind}
      devices={devices}
      taping={taping}
      trouble={trouble}
      onStart={() => void start()}
      onStop={() => void finish()}
      onGoOn={goOn}
      onDraw={onDraw}
      onBack={onBack}
    />
  )
}
