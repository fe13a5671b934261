import './buttons.css'
import './spoken-text.css'
import { Icon } from '../icon.tsx'
import { usePinyin } from '../pinyin.ts'
import { segments } from '../segments.ts'
import { useMute, useSpeech, useSpoken } from '../speech.ts'

export interface SpeakProps {
  /** What is read; a `SpokenText` with the same text lights up. */
  readonly text: string
  /** What the button is called: “read to me: call family”. */
  readonly label: string
  /** No paper under it. */
  readonly plain?: boolean
}

/** The round speaker beside a title or label. Filled while it reads; a second tap stops it. None where nothing would be heard. */
export function Speak({ text, label, plain = false }: SpeakProps) {
  const speaker = useSpeech()
  const saying = useSpoken(text) !== undefined
  if (useMute()) return null
  return (
    <button
      type="button"
      className={`speak${plain ? ' plain' : ''}${saying ? ' is-saying' : ''}`}
      aria-label={label}
      aria-pressed={saying}
      onClick={() => (saying ? speaker.stop() : speaker.speak(text))}
    >
      <Icon name="speaker-high" weight="fill" />
    </button>
  )
}

export interface SpokenTextProps {
  readonly children: string
  /** What is read where it is more than what is shown: the text lights up where its own words come in it. */
  readonly spokenAs?: string
  /** Off where there is no room for pinyin. */
  readonly pinyin?: boolean
}

/** A text whose characters light up while it is read, with pinyin over them where the setting is on. */
export function SpokenText({ children: text, spokenAs = text, pinyin = true }: SpokenTextProps) {
  const at = useSpoken(spokenAs)
  const pinyinOf = usePinyin()
  const words = pinyin ? pinyinOf?.(text) : undefined
  if (at === undefined && !words) return text
  const before = segments(spokenAs.slice(0, Math.max(0, spokenAs.indexOf(text)))).length
  return segments(text).map((part, index) => {
    const lit = at !== undefined && before + index <= at
    const word = words?.[index]
    const className = lit ? 'lit' : undefined
    // A segment has no name of its own but its place.
    const key = `${index}`
    return word ? (
      <ruby key={key} className={className}>
        {part}
        <rt aria-hidden="true">{word}</rt>
      </ruby>
    ) : (
      <span key={key} className={className}>
        {part}
      </span>
    )
  })
}
