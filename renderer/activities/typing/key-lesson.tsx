import { useEffect, useState } from 'react'
import type { TypingExercise, TypingHint } from '#core/learning/typing/activity-rules.ts'
import { fingerOf } from '#core/learning/typing/key-rules.ts'
import { Pill } from '#ui/child/buttons.tsx'
import { useSpeech } from '#ui/speech.ts'
import { useShelfWords } from '../../i18n/shelf-words.ts'
import { useMeaning } from '../characters/use-content.ts'
import { useFrame } from '../frame/frame.tsx'
import { Board, RoundBeads } from '../frame/parts.tsx'
import type { ActivityProps } from '../frame/props.ts'
import { Hands } from './hands.tsx'
import { Keyboard } from './keyboard.tsx'
import { typedBefore } from './progress-rules.ts'
import { SyllableCards } from './syllable-cards.tsx'
import { useKeys } from './use-keys.ts'
import { useTypingWords } from './words.ts'

type KeyExercise = Extract<TypingExercise, { readonly kind: 'letters' | 'syllables' | 'tones' }>

const keysIn = (exercise: KeyExercise): string =>
  exercise.kind === 'letters' ? exercise.letters : exercise.syllables.map(({ keys }) => keys).join('')

/** Which syllable a key belongs to, and how many keys of it are typed. */
function placeIn(exercise: KeyExercise, at: number): readonly [syllable: number, typed: number] {
  if (exercise.kind === 'letters') return [-1, 0]
  let left = at
  for (const [index, { keys }] of exercise.syllables.entries()) {
    if (left < keys.length) return [index, left]
    left -= keys.length
  }
  return [exercise.syllables.length, 0]
}

/** One key after another: a wrong one moves nothing, the right one nods. */
export function KeyLesson({
  exercise,
  hint,
  progress,
  busy,
  onAnswer,
  onKeep,
}: Omit<ActivityProps<TypingExercise, TypingHint>, 'exercise'> & { readonly exercise: KeyExercise }) {
  const { t } = useTypingWords()
  const { t: s } = useShelfWords()
  const frame = useFrame()
  const keys = keysIn(exercise)
  const [typed, setTyped] = useState(() => typedBefore(progress, keys.length))
  /** Other keys since the last right one. */
  const [nods, setNods] = useState(0)
  const [syllable, inSyllable] = placeIn(exercise, typed.at)
  const now = keys[typed.at]
  const press = (key: string) => {
    if (busy || now === undefined) return
    if (key !== now) {
      setNods(nods + 1)
      setTyped({ ...typed, misses: typed.misses + 1 })
      return
    }
    const next = { ...typed, at: typed.at + 1 }
    setTyped(next)
    setNods(0)
    if (next.at === keys.length) onAnswer({ misses: next.misses })
    else onKeep({ ...next })
  }
  useKeys(press)
  const letters = exercise.kind === 'letters'
  // Who knows the letters looks for the key alone; it is shown after another one was pressed, or where help was asked for.
  const shown = letters || nods > 0 || hint !== null ? now : undefined
  const finger = shown === undefined ? undefined : fingerOf(shown)
  const said = letters ? t('say.letters') : t(exercise.kind === 'tones' ? 'say.tones' : 'say.syllables')
  return (
    <Board
      className="typing-board"
      speak={said}
      unseen
      end={
        <>
          {!letters && (
            <Pill picture="light-bulb" label={s('frame.help')} disabled={frame.busy} onPress={frame.help} />
          )}
          <RoundBeads />
        </>
      }
    >
      <div className="typing">
        {exercise.kind === 'letters' ? (
          <ol className="letters-line" aria-label={t('line')}>
            {Array.from(exercise.letters, (letter, at) => (
              // A letter has no name but its place.
              <li key={at} className={at < typed.at ? 'done' : at === typed.at ? 'now' : ''}>
                {letter}
              </li>
            ))}
          </ol>
        ) : (
          <Syllables exercise={exercise} at={syllable} typed={inSyllable} helped={hint !== null} />
        )}
        <Keyboard now={shown} nods={nods} withTones={exercise.kind === 'tones'} onPress={press} />
        {/* The row of tones takes their place: who types tones knows the fingers. */}
        {exercise.kind !== 'tones' && (
          <Hands finger={finger} label={finger ? t(`finger.${finger.hand}-${finger.finger}`) : t('hands')} />
        )}
      </div>
    </Board>
  )
}

/** The characters of the exercise; the one in turn is read aloud in its word. */
function Syllables({
  exercise,
  at,
  typed,
  helped,
}: {
  readonly exercise: Extract<KeyExercise, { readonly kind: 'syllables' | 'tones' }>
  readonly at: number
  readonly typed: number
  readonly helped: boolean
}) {
  const { t } = useTypingWords()
  const speaker = useSpeech()
  const current = exercise.syllables[at]
  const meaning = useMeaning(current?.half ?? '', current?.key ?? '')
  const word = meaning?.word?.word
  const character = current?.character ?? ''
  const said = word && word !== character ? t('say.character', { character, word }) : character
  const ready = meaning !== undefined && current !== undefined
  useEffect(() => {
    if (!ready) return undefined
    speaker.speak(said)
    return () => speaker.stop()
  }, [ready, said, speaker])
  return (
    <SyllableCards
      syllables={exercise.syllables}
      tones={exercise.kind === 'tones'}
      at={at}
      typed={typed}
      helped={helped}
      word={word}
      onListen={() => speaker.speak(said)}
    />
  )
}
