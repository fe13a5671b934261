import './writing.css'
import { useState } from 'react'
import { MISSES_BEFORE_SHOWN } from '#core/learning/characters/activity-rules.ts'
import type { CharacterMeaning, Strokes } from '#core/learning/characters/content-rules.ts'
import { GoButton, Pill, RoundButton } from '#ui/child/buttons.tsx'
import { Speak } from '#ui/child/speak.tsx'
import { Icon } from '#ui/icon.tsx'
import { Picture } from '#ui/picture.tsx'
import { useShelfWords } from '../../i18n/shelf-words.ts'
import { useWords } from '../../i18n/use-words.tsx'
import { RoundBeads, Says } from '../frame/parts.tsx'
import { Field, Order } from './field.tsx'
import { WordCard } from './meaning.tsx'
import type { Step } from './pen.ts'
import { useCharactersWords } from './words.ts'

const steps = ['watch', 'trace', 'write'] as const
const pictures = { watch: 'eyes', trace: 'paintbrush', write: 'pencil' } as const

/** One character: watch, trace, write by heart. What is written by heart is told: how often each stroke was missed. */
export function Writing({
  character,
  pinyin,
  strokes,
  meaning,
  first,
  busy,
  onStep,
  onHelp,
  onBack,
  onWritten,
}: {
  readonly character: string
  readonly pinyin: string
  readonly strokes: Strokes
  readonly meaning: CharacterMeaning
  /** Where it goes on after a crash. */
  readonly first: Step
  readonly busy: boolean
  readonly onStep: (step: Step) => void
  readonly onHelp: () => void
  readonly onBack: () => void
  readonly onWritten: (misses: readonly number[]) => void
}) {
  const { t } = useCharactersWords()
  const { t: w } = useWords()
  const { t: s } = useShelfWords()
  const [step, setStep] = useState<Step>(first)
  const [turn, setTurn] = useState(0)
  const [at, setAt] = useState(0)
  const [done, setDone] = useState<readonly Step[]>(steps.slice(0, steps.indexOf(first)))
  const [helped, setHelped] = useState<number | null>(null)
  /** Most misses of each stroke, also over “write anew”: what was shown was shown. */
  const [misses, setMisses] = useState<readonly number[]>(strokes.strokes.map(() => 0))
  const missed = (stroke: number, count: number) => {
    const next = misses.map((one, index) => (index === stroke ? Math.max(one, count) : one))
    setMisses(next)
    return next
  }
  const to = (next: Step) => {
    setStep(next)
    setTurn(turn + 1)
    setAt(0)
    setHelped(null)
    onStep(next)
  }
  const events = {
    onStroke: (stroke: number, count: number) => {
      setAt(stroke + 1)
      setHelped(null)
      if (step !== 'write') return
      const all = missed(stroke, count)
      if (stroke + 1 === strokes.strokes.length) onWritten(all)
    },
    onMiss: (stroke: number, count: number) => {
      if (step === 'write') missed(stroke, count)
      if (count >= MISSES_BEFORE_SHOWN) setHelped(stroke)
    },
    onEnd: () => setDone((before) => [...before, step]),
  }
  const help = () => {
    if (step === 'write') missed(at, MISSES_BEFORE_SHOWN)
    setHelped(at)
    onHelp()
  }
  const over = at >= strokes.strokes.length
  const way = step === 'watch' || over ? null : step === 'trace' ? at : helped
  const next = steps[steps.indexOf(step) + 1]
  const word = meaning.word?.word ?? character
  const said = word === character ? character : t('say', { character, word })
  return (
    <main className="write">
      <Field
        key={`${step} ${turn}`}
        character={character}
        strokes={strokes}
        step={step}
        way={way}
        label={t('field', {
          character,
          now: Math.min(at + 1, strokes.strokes.length),
          all: strokes.strokes.length,
        })}
        events={events}
      />
      <div className="write-side">
        <div className="title-line">
          <RoundButton className="back" icon="arrow-left" weight="bold" label={t('back')} onPress={onBack} />
          <span className="title-end">
            <RoundBeads />
          </span>
        </div>
        <div className="head-char">
          <p className="said">
            <span className="pinyin-big">{pinyin}</span>
            <b>{character}</b>
          </p>
          <Speak text={said} label={w('child.read', { text: said })} />
          <WordCard meaning={meaning} />
        </div>
        <div className="steps3" role="group" aria-label={t('how')}>
          {steps.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={one === step}
              disabled={busy}
              onClick={() => to(one)}
            >
              <Picture name={pictures[one]} />
              {t(`step.${one}`)}
              {done.includes(one) && <Icon name="check" weight="bold" />}
            </button>
          ))}
        </div>
        <Order strokes={strokes} at={step === 'watch' ? -1 : at} label={t('order')} />
        <Says />
        <div className="line write-tools">
          <Pill
            icon="arrow-counter-clockwise"
            weight="bold"
            label={step === 'watch' ? t('watch-again') : t('anew')}
            disabled={busy}
            onPress={() => to(step)}
          />
          {step !== 'watch' && (
            <Pill picture="light-bulb" label={s('frame.help')} disabled={busy || over} onPress={help} />
          )}
          {next && (
            <GoButton
              label={t('next')}
              icon="arrow-right"
              disabled={step === 'trace' && !done.includes('trace')}
              onPress={() => to(next)}
            />
          )}
        </div>
      </div>
    </main>
  )
}
