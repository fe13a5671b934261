import { useRef, useState } from 'react'
import type { MoneySaid } from '#core/learning/money/activity-rules.ts'
import type { MoneyTask } from '#core/learning/money/task-rules.ts'
import { GoButton } from '#ui/child/buttons.tsx'
import { Picture } from '#ui/picture.tsx'
import { Board, Says, Tools } from '../frame/parts.tsx'
import { question } from './ask-rules.ts'
import { thingFor } from './goods.tsx'
import type { MoneyProps } from './props.ts'
import { amountText, PieceDrawing } from './piece.tsx'
import { useCarry } from './use-carry.ts'
import { useMoneyWords } from './words.ts'

type Task = Extract<MoneyTask, { kind: 'pay' }>

/** A shop: pieces go from the purse to the counter and back, tapped or carried, until the price lies there. */
export function Pay({
  task,
  hint,
  stage,
  said,
  shown,
  progress,
  busy,
  onAnswer,
  onKeep,
  onTouched,
}: MoneyProps & { readonly task: Task }) {
  const { t } = useMoneyWords()
  const [mine, setMine] = useState(() => placesIn(progress, task.coins.length))
  const purse = useRef<HTMLElement>(null)
  const counter = useRef<HTMLElement>(null)
  const paid = stage === 'shown' ? placesIn(shown, task.coins.length) : mine
  const move = (at: number) => {
    if (busy) return
    const next = mine.includes(at) ? mine.filter((place) => place !== at) : [...mine, at]
    setMine(next)
    onKeep(next)
    onTouched()
  }
  const toCounter = useCarry(() => counter.current, move)
  const toPurse = useCarry(() => purse.current, move)
  const price = amountText(t, task.price)
  const thing = thingFor(task.price)
  const marked = hint?.kind === 'first' ? hint.place : undefined
  const piece = (at: number, isPaid: boolean) => {
    const carry = isPaid ? toPurse : toCounter
    const name = amountText(t, task.coins[at] ?? 0)
    return (
      <li key={at}>
        <button
          type="button"
          className="coin-button"
          data-marked={marked === at}
          aria-label={isPaid ? t('take-back', { piece: name }) : t('put-down', { piece: name })}
          disabled={busy}
          {...carry(at)}
        >
          <PieceDrawing piece={task.coins[at] ?? 0} />
        </button>
      </li>
    )
  }
  const look = (said as MoneySaid | null)?.than
  const ask = question(t, task)
  return (
    <Board className="money" speak={ask} unseen tools={<Tools />}>
      <div className="shop">
        <section className="shop-scene" role="img" aria-label={ask}>
          <span className="awning" />
          <Picture name={thing} />
          <b className="price-tag">{price}</b>
          <span className="shop-board" />
        </section>
        <section ref={counter} className="tray" aria-label={t('counter')}>
          <h2>
            <Picture name="wave" />
            {t('counter')}
          </h2>
          <ul>{paid.map((at) => piece(at, true))}</ul>
          <Says wrong={look === 'more' ? t('more') : t('less')} shown={t('shown')} />
        </section>
        <section ref={purse} className="purse" aria-label={t('purse')}>
          <ul>
            {task.coins.map((_, at) =>
              paid.includes(at) ? <li key={at} className="coin-hole" /> : piece(at, false),
            )}
          </ul>
          <GoButton
            label={t('pay')}
            icon="check-circle"
            disabled={busy || stage === 'wrong' || mine.length === 0}
            onPress={() => onAnswer(mine)}
          />
        </section>
      </div>
    </Board>
  )
}

/** Places of the purse, each once, as far as they can be believed. */
function placesIn(value: unknown, count: number): readonly number[] {
  if (!Array.isArray(value)) return []
  const known = value.filter((at): at is number => Number.isInteger(at) && at >= 0 && at < count)
  return [...new Set(known)]
}
