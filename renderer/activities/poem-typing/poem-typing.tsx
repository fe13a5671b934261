import '../typing/typing.css'
import './poem-typing.css'
import type { PoemExercise, PoemHint } from '#core/learning/poem-typing/activity-rules.ts'
import { Pill } from '#ui/child/buttons.tsx'
import { Speak, SpokenText } from '#ui/child/speak.tsx'
import { useWords } from '../../i18n/use-words.tsx'
import { BackToShelf, RoundBeads } from '../frame/parts.tsx'
import type { ActivityProps } from '../frame/props.ts'
import { CharactersLine } from '../typing/characters-line.tsx'
import { LessonBar } from '../typing/lesson-bar.tsx'
import { useShownKeys } from '../typing/use-shown-keys.ts'
import { useWritten } from '../typing/use-written.ts'
import { Landscape } from './landscape.tsx'
import { usePoemTypingWords } from './words.ts'

/** A poem, written line by line: what is written is green, the line in turn can be seen whole. */
export function PoemTyping({ exercise, ...props }: ActivityProps<PoemExercise, PoemHint>) {
  const { t } = usePoemTypingWords()
  const { t: w } = useWords()
  const { poem, line } = exercise
  const [keys, setKeys] = useShownKeys()
  const { writer, view, at, letters } = useWritten(poem.lines.slice(line, line + 1), props)
  const lines = poem.lines.map(({ text }) => text).join('，')
  const said = `${poem.title}，${poem.author}。${lines}。`
  return (
    <main className="board poem-board">
      <div className="title-line">
        <BackToShelf />
        <h1 lang="zh-CN">
          <SpokenText spokenAs={said} pinyin={false}>
            {poem.title}
          </SpokenText>
        </h1>
        <p className="soft" lang="zh-CN">
          唐 · {poem.author}
        </p>
        <Speak text={said} label={w('child.read', { text: `${poem.title}，${poem.author}` })} />
        <span className="title-end">
          <Pill
            icon="keyboard"
            weight="fill"
            label={t(keys ? 'keys-away' : 'keys-here')}
            onPress={() => setKeys(!keys)}
          />
          <RoundBeads />
        </span>
      </div>
      <div className={keys ? 'poem with-keys' : 'poem'}>
        <Landscape />
        <section className="poem-sheet card">
          <ol className="poem-lines" data-length={poem.lines[line]?.pinyin.length}>
            {poem.lines.map((one, index) => (
              <li key={one.text} className={index === line ? 'in-turn' : ''}>
                <CharactersLine
                  part={one}
                  spokenAs={said}
                  done={index < line ? one.pinyin.length : index === line ? at : -1}
                />
                <span className="punct" aria-hidden="true">
                  {index % 2 === 0 ? '，' : '。'}
                </span>
              </li>
            ))}
          </ol>
          <LessonBar writer={writer} view={view} keys={keys} waiting={t('waiting', { letters })} />
        </section>
      </div>
    </main>
  )
}
