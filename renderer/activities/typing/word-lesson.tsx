import type { TypingExercise, TypingHint } from '#core/learning/typing/activity-rules.ts'
import { Pill } from '#ui/child/buttons.tsx'
import { Board, RoundBeads } from '../frame/parts.tsx'
import type { ActivityProps } from '../frame/props.ts'
import { CharactersLine } from './characters-line.tsx'
import { LessonBar } from './lesson-bar.tsx'
import { useShownKeys } from './use-shown-keys.ts'
import { useWritten, type Part } from './use-written.ts'
import { useTypingWords } from './words.ts'

/** Words, written one after another with our own pinyin input. */
export function WordLesson({
  words,
  ...props
}: ActivityProps<TypingExercise, TypingHint> & { readonly words: readonly Part[] }) {
  const { t } = useTypingWords()
  const [keys, setKeys] = useShownKeys()
  const { writer, view, at, part, letters } = useWritten(words, props)
  const start = words.slice(0, part).reduce((sum, { pinyin }) => sum + pinyin.length, 0)
  return (
    <Board
      className="typing-board"
      speak={t('say.words')}
      end={
        <>
          <Pill
            icon="keyboard"
            weight="fill"
            label={t(keys ? 'keys-away' : 'keys-here')}
            onPress={() => setKeys(!keys)}
          />
          <RoundBeads />
        </>
      }
    >
      <div className="words-written">
        <ol className="word-cards">
          {words.map((word, index) => (
            <li key={word.text} className={index < part ? 'done' : index === part ? 'now' : ''}>
              <CharactersLine
                part={word}
                done={index < part ? word.pinyin.length : index === part ? at - start : -1}
              />
            </li>
          ))}
        </ol>
        <LessonBar writer={writer} view={view} keys={keys} waiting={t('waiting', { letters })} />
      </div>
    </Board>
  )
}
