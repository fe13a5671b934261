import { useState } from 'react'
import type { CharacterExercise, CharacterHint } from '#core/learning/characters/activity-rules.ts'
import { isRecord } from '#core/learning/parsed-rules.ts'
import { Loading } from '#ui/child/say.tsx'
import { useWords } from '../../i18n/use-words.tsx'
import { useFrame } from '../frame/frame.tsx'
import { Board, Says, Tools } from '../frame/parts.tsx'
import type { ActivityProps } from '../frame/props.ts'
import type { Step } from './pen.ts'
import { Stream } from './stream.tsx'
import { useMeaning, useStrokes } from './use-content.ts'
import { useCharactersWords } from './words.ts'
import { Writing } from './writing.tsx'

/** Which step was under way; null where the child still stood at the stream. */
function kept(progress: unknown): Step | null {
  const step = isRecord(progress) ? progress['step'] : undefined
  return step === 'watch' || step === 'trace' || step === 'write' ? step : null
}

/** A lesson as a stream with stones, then the character in turn: watched, traced, written by heart. */
export function Characters({
  exercise,
  fromBook,
  progress,
  busy,
  onAnswer,
  onKeep,
}: ActivityProps<CharacterExercise, CharacterHint>) {
  const step = kept(progress)
  const frame = useFrame()
  const [open, setOpen] = useState<string | null>(step && exercise.key)
  const stone = exercise.lesson.find(({ key }) => key === open)
  const counts = open === exercise.key
  if (!stone)
    return <Stream lesson={exercise.lesson} now={exercise.key} fromBook={fromBook} onStone={setOpen} />
  return (
    <Loaded
      key={stone.key}
      stone={stone}
      half={exercise.half}
      first={counts ? (step ?? 'watch') : 'watch'}
      busy={busy}
      onBack={() => setOpen(null)}
      // Another stone of the stream is for looking and trying: nothing of it is kept or counted.
      onStep={(next) => (counts ? onKeep({ step: next }) : undefined)}
      onHelp={() => (counts ? frame.help() : undefined)}
      onWritten={(misses) => (counts ? onAnswer({ misses }) : undefined)}
    />
  )
}

type LoadedProps = Omit<Parameters<typeof Writing>[0], 'character' | 'pinyin' | 'strokes' | 'meaning'> & {
  readonly stone: CharacterExercise['lesson'][number]
  readonly half: string
}

function Loaded({ stone, half, ...writing }: LoadedProps) {
  const { t } = useWords()
  const { t: c } = useCharactersWords()
  const strokes = useStrokes(stone.character)
  const meaning = useMeaning(half, stone.key)
  if (strokes === undefined || meaning === undefined)
    return (
      <main>
        <Loading label={t('child.wait')} />
      </main>
    )
  if (strokes === null)
    return (
      <Board tools={<Tools />}>
        <p className="soft">{c('not-there')}</p>
        <Says />
      </Board>
    )
  return (
    <Writing
      character={stone.character}
      pinyin={stone.pinyin}
      strokes={strokes}
      meaning={meaning}
      {...writing}
    />
  )
}
