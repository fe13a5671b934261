import { useEffect, useRef, useState } from 'react'
import type { SumHint, SumQuestion, SumsRound } from '#contract/sums.ts'
import { GoButton, Pill } from '#ui/child/buttons.tsx'
import { Speak } from '#ui/child/speak.tsx'
import { Beads, KeyPad } from '#ui/child/sums.tsx'
import { useDo } from '../../api/query.tsx'
import { useRefusalWords } from '../../i18n/child-refusal-words.ts'
import { useWords } from '../../i18n/use-words.tsx'
import { Ask } from './ask.tsx'
import { Hint } from './hint.tsx'
import { answerable, spokenSum, typed } from './sum-rules.ts'

export interface SumProps {
  readonly round: SumsRound
  readonly question: SumQuestion
  readonly onRound: (round: SumsRound) => void
  /** The round is done; did the bamboo grow? */
  readonly onEnd: (grew: boolean) => void
}

/** How long a right answer stays to be enjoyed, ms. */
const enjoyed = 1000

type Stage =
  | { readonly at: 'asking' | 'wrong' }
  | { readonly at: 'right'; readonly next: SumsRound; readonly grew: boolean }
  | { readonly at: 'shown'; readonly answer: string; readonly next: SumsRound; readonly grew: boolean }

/** One sum: the question, its field, help, and the pad. Wrong: the field tilts once and a picture helps. */
export function Sum({ round, question, onRound, onEnd }: SumProps) {
  const { t } = useWords()
  const why = useRefusalWords()
  const [text, setText] = useState('')
  const [stage, setStage] = useState<Stage>({ at: 'asking' })
  const [hint, setHint] = useState<SumHint | null>(round.hint)
  const turn = { round: round.id, question: round.now }
  const done = round.now + (stage.at === 'right' ? 1 : 0)

  const answer = useDo('sums.answer', {
    done: (told) => {
      if (!told.counted) return
      if (told.right) setStage({ at: 'right', next: told.round, grew: told.grew })
      else if (told.shown !== null) {
        setStage({ at: 'shown', answer: told.shown, next: told.round, grew: told.grew })
        setHint(told.hint)
      } else {
        setStage({ at: 'wrong' })
        setHint(told.hint)
      }
    },
  })
  const help = useDo('sums.help', { done: setHint })
  const swap = useDo('sums.swap', { done: onRound })

  const goOn = () => {
    if (stage.at !== 'right' && stage.at !== 'shown') return
    if (stage.next.now >= stage.next.questions.length) onEnd(stage.grew)
    onRound(stage.next)
  }
  const latest = useRef(goOn)
  useEffect(() => {
    latest.current = goOn
  })
  useEffect(() => {
    if (stage.at !== 'right') return undefined
    const timer = setTimeout(() => latest.current(), enjoyed)
    return () => clearTimeout(timer)
  }, [stage.at])

  const busy = answer.busy || stage.at === 'right' || stage.at === 'shown'
  const press = (key: string) => {
    if (busy) return
    // A wrong answer goes at the first key of the next try.
    setText(typed(stage.at === 'wrong' ? '' : text, key))
    if (stage.at === 'wrong') setStage({ at: 'asking' })
  }
  const wipe = () => {
    if (busy) return
    setText(text.slice(0, -1))
    if (stage.at === 'wrong') setStage({ at: 'asking' })
  }
  const hand = () => {
    if (stage.at === 'shown') goOn()
    else if (!busy && answerable(text)) answer.go({ ...turn, typed: text })
  }
  const refusal = answer.refusal ?? help.refusal ?? swap.refusal
  const say =
    stage.at === 'shown'
      ? t('sums.shown', {
          answer: question.over === null ? stage.answer : `${stage.answer}/${question.over}`,
        })
      : refusal
        ? why(refusal)
        : stage.at === 'wrong'
          ? t('sums.wrong')
          : ''

  return (
    <main className="sums">
      <section className="card sum">
        <h1 className="quiet">{t('learn.sums')}</h1>
        <Beads
          of={round.questions.length}
          at={done}
          label={t('sums.bead', { now: round.now + 1, all: round.questions.length })}
        />
        <Ask
          question={question}
          answer={{
            value: stage.at === 'shown' ? stage.answer : text,
            label: question.over === null ? t('sums.yours') : t('sums.over', { over: question.over }),
            state:
              stage.at === 'wrong'
                ? 'wrong'
                : stage.at === 'right' || stage.at === 'shown'
                  ? 'right'
                  : 'asking',
          }}
        />
        <div className="sum-help">
          <Hint hint={hint} />
          <p className="soft" role="status">
            {say}
          </p>
        </div>
        <div className="line center">
          {stage.at === 'shown' ? (
            <GoButton label={t('sums.next')} icon="arrow-right" onPress={goOn} />
          ) : (
            <>
              <Pill
                picture="light-bulb"
                label={t('sums.help')}
                disabled={busy || help.busy}
                onPress={() => help.go(turn)}
              />
              <Speak
                text={spokenSum(t, question)}
                label={t('child.read', { text: spokenSum(t, question) })}
              />
              <Pill
                icon="arrow-right"
                weight="bold"
                label={t('sums.swap')}
                disabled={busy || swap.busy}
                onPress={() => swap.go(turn)}
              />
            </>
          )}
        </div>
      </section>
      <KeyPad
        label={t('sums.pad')}
        wipeLabel={t('sums.wipe')}
        doneLabel={t('sums.done')}
        onDigit={press}
        onWipe={wipe}
        onDone={hand}
        doneDisabled={stage.at !== 'shown' && (busy || !answerable(text) || stage.at === 'wrong')}
        {...(question.pad === 'decimal'
          ? { point: { label: t('sums.point'), onPress: () => press('.') } }
          : {})}
      />
    </main>
  )
}
