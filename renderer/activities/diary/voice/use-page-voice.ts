import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { DiaryPage, Thing } from '#contract/diary.ts'
import type { RefusalCode } from '#contract/refusal.ts'
import { useSpeech } from '#ui/speech.ts'
import type { MediaNow } from '../../../calls/keep-media.ts'
import { createLastingStream, type LastingStream } from '../../../pupil/recording/lasting-stream.ts'
import { isUnheardBy, useDevices } from '../../../pupil/recording/use-devices.ts'
import { dropSaid, startPageVoice, type PageVoice, type Said } from './page-voice.ts'

/** What the recorder of a page is doing. */
export type VoiceNow =
  | { readonly at: 'ready' | 'saving' }
  | { readonly at: 'going'; readonly passedMs: number; readonly mostMs: number; readonly rests: boolean }
  | { readonly at: 'said'; readonly said: Said; readonly isFull: boolean }

export interface PageVoiceDesk {
  readonly now: VoiceNow
  /** Undefined while they are opened. */
  readonly devices: MediaNow | undefined
  readonly trouble: RefusalCode | undefined
  readonly start: () => void
  readonly stop: () => void
  readonly goOn: () => void
  /** Throws away what is being said, or was said. */
  readonly drop: () => Promise<void>
  /** Puts down what was said. */
  readonly take: () => void
}

export interface VoiceWish {
  /** The page that is open. */
  readonly page: Pick<DiaryPage, 'id'>
  /** It is kept: puts it down; also called when the drawer is left in the middle. */
  readonly onMade: (thing: Thing, address: string) => void
}

/** Recording on a page: the microphone, the recorder, and its end, whatever ends it. */
export function usePageVoice({ page, onMade }: VoiceWish): PageVoiceDesk {
  const devices = useDevices({ picture: false, during: 'diary' })
  const [now, setNow] = useState<VoiceNow>({ at: 'ready' })
  const [trouble, setTrouble] = useState<RefusalCode>()
  const speaker = useSpeech()
  const voice = useRef<PageVoice | undefined>(undefined)
  const lasting = useRef<LastingStream | undefined>(undefined)
  const said = useRef<Said | undefined>(undefined)
  const isBusy = useRef(false)

  const show = (running: PageVoice) =>
    setNow({ at: 'going', passedMs: running.passed(), mostMs: running.mostMs, rests: running.rests() })
  const end = async (): Promise<Said | RefusalCode | undefined> => {
    const running = voice.current
    if (!running) return undefined
    voice.current = undefined
    const done = await running.stop()
    lasting.current?.stop()
    return done.ok ? done.value : done.error
  }
  const finish = async (why: 'said' | 'full' | RefusalCode) => {
    if (!voice.current) return
    setNow({ at: 'saving' })
    const ended = await end()
    if (typeof ended === 'object') {
      said.current = ended
      setNow({ at: 'said', said: ended, isFull: why === 'full' })
      if (why !== 'said' && why !== 'full') setTrouble(why)
      return
    }
    setTrouble(ended)
    setNow({ at: 'ready' })
  }
  const ended = useEffectEvent((why: 'full' | RefusalCode) => void finish(why))
  const start = async () => {
    const { stream } = devices ?? {}
    if (!stream || isUnheardBy(devices) || voice.current || isBusy.current) return
    isBusy.current = true
    setTrouble(undefined)
    // What is being read aloud is not part of it.
    speaker.stop()
    const made = createLastingStream(false)
    for (const track of stream.getAudioTracks()) made.put(track)
    lasting.current = made
    const begun = await startPageVoice({ page: page.id, stream: made.stream, onEnd: (why) => ended(why) })
    isBusy.current = false
    if (!begun.ok) {
      made.stop()
      return setTrouble(begun.error)
    }
    voice.current = begun.value
    return show(begun.value)
  }

  const redraw = useEffectEvent(() => {
    if (voice.current) show(voice.current)
  })
  const isGoing = now.at === 'going'
  useEffect(() => {
    if (!isGoing) return undefined
    const timer = setInterval(redraw, 1000)
    return () => clearInterval(timer)
  }, [isGoing])
  // Nothing can be heard: it rests, and goes on when the child says so.
  const isUnheard = isGoing && isUnheardBy(devices)
  useEffect(() => {
    if (!isUnheard) return
    voice.current?.rest()
    redraw()
  }, [isUnheard])
  // What came back goes in; what is in already changes nothing.
  const stream = devices?.stream
  useEffect(() => {
    for (const track of stream?.getAudioTracks() ?? []) lasting.current?.put(track)
  }, [stream])

  const take = (what: Said) => {
    said.current = undefined
    onMade(what.thing, what.address)
  }
  const leave = useEffectEvent(async () => {
    const left = said.current ?? (await end())
    if (typeof left === 'object') take(left)
  })
  // The drawer is left in the middle, or the time is over: what was said lies on the page.
  useEffect(() => () => void leave(), [])

  return {
    now,
    devices,
    trouble,
    start: () => void start(),
    stop: () => void finish('said'),
    goOn: () => {
      if (!voice.current || isUnheardBy(devices)) return
      speaker.stop()
      voice.current.goOn()
      show(voice.current)
    },
    drop: async () => {
      const running = voice.current
      const kept = said.current
      voice.current = undefined
      said.current = undefined
      setTrouble(undefined)
      await running?.drop()
      lasting.current?.stop()
      if (kept) await dropSaid(kept)
      setNow({ at: 'ready' })
    },
    take: () => {
      if (said.current) take(said.current)
    },
  }
}
