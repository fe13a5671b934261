import './character-quiz.css'
import { useEffect } from 'react'
import type { Choice, QuizExercise, QuizHint } from '#core/learning/character-quiz/activity-rules.ts'
import type { CharacterMeaning } from '#core/learning/characters/content-rules.ts'
import { Icon } from '#ui/icon.tsx'
import { useMute, useSpeech } from '#ui/speech.ts'
import { useWords } from '../../i18n/use-words.tsx'
import { Drawing } from '../characters/meaning.tsx'
import { useMeaning } from '../characters/use-content.ts'
import { ChoiceCards, useChoosing } from '../frame/choice-cards.tsx'
import { Board, Says, Tools } from '../frame/parts.tsx'
import type { ActivityProps } from '../frame/props.ts'
import { useCharacterQuizWords } from './words.ts'

/** Which character is it: by its sound, a picture, or a word that it is missing in. A tap answers. */
export function CharacterQuiz(props: ActivityProps<QuizExercise, QuizHint>) {
  const { exercise, hint } = props
  const { t } = useCharacterQuizWords()
  const speaker = useSpeech()
  const choosing = useChoosing(props)
  const { choices, key, way } = exercise
  const wanted = choices.find((choice) => choice.key === key)
  const meaning = useMeaning(wanted?.half ?? '', key)
  const word = meaning?.word?.word
  const character = wanted?.character ?? ''
  const said = word && word !== character ? t('say', { character, word }) : character
  const ready = meaning !== undefined
  useEffect(() => {
    if (!ready || way !== 'sound') return undefined
    speaker.speak(said)
    return () => speaker.stop()
  }, [ready, way, said, speaker])
  return (
    <Board
      className="quiz-board"
      speak={t(`ask.${way}`)}
      unseen
      tools={<Tools speak={way === 'picture' ? t('ask.picture') : said} />}
    >
      <div className="quiz">
        <section className="quiz-ask card">
          {meaning && wanted && <Ask way={way} wanted={wanted} meaning={meaning} said={said} />}
          <Says />
        </section>
        <ChoiceCards
          choosing={choosing}
          choices={choices}
          across={2}
          keyOf={(choice) => choice.key}
          nameOf={(choice) => choice.character}
          away={hint?.away}
        >
          {(choice, out) => (
            <>
              <b>{choice.character}</b>
              {out && <Told choice={choice} />}
            </>
          )}
        </ChoiceCards>
      </div>
    </Board>
  )
}

/** What a character that is not the one is called, and its picture. */
function Told({ choice }: { readonly choice: Choice }) {
  const meaning = useMeaning(choice.half, choice.key)
  return (
    <span className="told">
      {meaning?.drawing && <Drawing drawing={meaning.drawing} />}
      {choice.pinyin}
    </span>
  )
}

function Ask({
  way,
  wanted,
  meaning,
  said,
}: {
  readonly way: QuizExercise['way']
  readonly wanted: Choice
  readonly meaning: CharacterMeaning
  readonly said: string
}) {
  const { t } = useWords()
  const speaker = useSpeech()
  const mute = useMute()
  const listen = !mute && (
    <button
      type="button"
      className="listen"
      aria-label={t('child.read', { text: wanted.pinyin })}
      onClick={() => speaker.speak(said)}
    >
      <Icon name="speaker-high" weight="fill" />
    </button>
  )
  const first = meaning.word
  // What cannot be heard here is found by its picture, or by the word that it is missing in; the pinyin stays.
  const unheard = mute && way === 'sound'
  if ((unheard || way === 'picture') && meaning.drawing)
    return (
      <>
        {unheard && <span className="pinyin-big">{wanted.pinyin}</span>}
        <div className="framed">
          <Drawing drawing={meaning.drawing} />
        </div>
      </>
    )
  if ((unheard || way === 'word') && first && first.word !== wanted.character)
    return (
      <>
        <p className="gap-word">
          {Array.from(first.word).map((one, at) => (
            <ruby key={`${at}${one}`}>
              {one === wanted.character ? <i aria-hidden="true" /> : one}
              <rt>{first.pinyin[at]}</rt>
            </ruby>
          ))}
        </p>
        {listen}
      </>
    )
  return (
    <>
      <span className="pinyin-big">{wanted.pinyin}</span>
      {listen}
    </>
  )
}
