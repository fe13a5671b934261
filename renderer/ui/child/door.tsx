import './door.css'
import type { Face as Look } from '#contract/people.ts'
import { Abacus, Notebook, Phone } from '../drawings/door-heroes.tsx'
import { CallView, DiaryView, LearnView, MeView } from '../drawings/door-views.tsx'
import { Lantern } from '../drawings/lantern.tsx'
import { usePinyin } from '../pinyin.ts'
import { useSpeech } from '../speech.ts'
import { Face } from './face.tsx'
import { Speak, SpokenText } from './speak.tsx'

export type DoorKind = 'call' | 'learn' | 'diary' | 'me'

export interface DoorProps {
  readonly kind: DoorKind
  readonly label: string
  /** What its speaker is called: “read to me: call family”. */
  readonly speakLabel: string
  readonly onOpen: () => void
  /** The child's face, for the door “me”. */
  readonly face?: Look
  /** Somebody left a message: what the lantern means in words. */
  readonly lantern?: string
  /** A teacher paused it: “in a while”. A tap then reads these words and opens nothing. */
  readonly paused?: string
}

const views = { call: CallView, learn: LearnView, diary: DiaryView, me: MeView } as const
const heroes = { call: Phone, learn: Abacus, diary: Notebook } as const

/** One of the four doors, a list item of `House`. */
export function Door({ kind, label, speakLabel, onOpen, face, lantern, paused }: DoorProps) {
  const speaker = useSpeech()
  const pinyin = usePinyin() !== undefined
  const View = views[kind]
  const Hero = kind === 'me' ? undefined : heroes[kind]
  return (
    <li className={`d-${kind}${pinyin ? ' with-pinyin' : ''}`}>
      <button
        type="button"
        className="door"
        aria-disabled={paused ? true : undefined}
        onClick={() => (paused ? speaker.speak(paused) : onOpen())}
      >
        <span className="quiet">{paused ? `${label}, ${paused}` : label}</span>
        <span className="pane" aria-hidden="true">
          <View />
          {Hero && <Hero />}
          {kind === 'me' && face && (
            <span className="hero meface">
              <Face face={face} />
            </span>
          )}
          {paused && (
            <span className="shut">
              <i />
              <i />
              <span className="later">
                <SpokenText pinyin={false}>{paused}</SpokenText>
              </span>
            </span>
          )}
        </span>
        <span className="leaf" aria-hidden="true">
          <span>
            <SpokenText>{label}</SpokenText>
          </span>
        </span>
      </button>
      <Speak text={label} label={speakLabel} />
      {lantern && <Lantern label={lantern} />}
    </li>
  )
}
