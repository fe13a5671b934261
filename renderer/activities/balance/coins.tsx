import { useState } from 'react'
import type { BalanceHint } from '#core/learning/balance/activity-rules.ts'
import { stillMay, weighed, type Weighing } from '#core/learning/balance/scale-rules.ts'
import type { Coins } from '#core/learning/balance/task-rules.ts'
import { GoButton, Pill } from '#ui/child/buttons.tsx'
import { Beads } from '#ui/child/sums.tsx'
import { SpokenText } from '#ui/child/speak.tsx'
import { Board, Tools } from '../frame/parts.tsx'
import type { ActivityProps } from '../frame/props.ts'
import { useTold } from '../frame/use-told.ts'
import { Carry } from './carry.tsx'
import { coinsIn, nextPlace, placed, type Place } from './coin-rules.ts'
import { BeamScale } from './scale.tsx'
import { useBalanceWords } from './words.ts'

const leans = { left: 3, right: -3, level: 0 } as const

/** Coins that look alike: weigh some against others, then tap the odd one. */
export function CoinsTask({
  task,
  props,
}: {
  readonly task: Coins
  readonly props: ActivityProps<unknown, BalanceHint>
}) {
  const { t } = useBalanceWords()
  const { stage, hint, shown, progress, busy, onAnswer, onKeep, onTouched } = props
  const { coins, odd, weighings } = task
  const [all, setAll] = useState(() => coinsIn(progress, task))
  const [places, setPlaces] = useState<readonly Place[]>(() => Array.from({ length: coins }, () => 'table'))
  const [picked, setPicked] = useState<number>()
  const over = stage === 'right' || stage === 'shown'
  const isDone = all.length >= weighings
  const last = all.at(-1)
  const now: Weighing = { left: placed(places, 'left'), right: placed(places, 'right') }
  const isAsLast = last !== undefined && JSON.stringify(last) === JSON.stringify(now)
  const fell = isAsLast ? weighed(stillMay(coins, odd, all.slice(0, -1)), odd, last).fell : 'level'
  const found = stage === 'shown' ? shownCoin(shown) : picked

  const move = (coin: number, to: Place) => {
    if (busy || over || isDone) return
    onTouched()
    setPlaces(places.with(coin, to))
  }
  const weigh = () => {
    const next = [...all, now]
    setAll(next)
    onKeep(next.map(({ left, right }) => ({ left: [...left], right: [...right] })))
  }
  const again = () => {
    onTouched()
    setAll([])
    setPicked(undefined)
    setPlaces(places.map(() => 'table'))
    onKeep([])
  }
  const tap = (coin: number) => {
    if (!isDone) return move(coin, nextPlace(places[coin] ?? 'table'))
    if (busy || over || stage === 'wrong') return
    setPicked(coin)
    onAnswer({ weighed: all.map(({ left, right }) => ({ left: [...left], right: [...right] })), coin })
  }
  const coin = (at: number) => (
    <Carry
      key={at}
      className={`coin${found === at ? ' is-found' : ''}`}
      label={t(`coin.${places[at] ?? 'table'}`, { number: at + 1 })}
      onTap={() => tap(at)}
      onDrop={(pan) => move(at, pan === 'none' ? 'table' : pan)}
    >
      <b>{at + 1}</b>
    </Carry>
  )
  const ask = t(`coins.${odd}`, { coins, count: weighings })
  const says =
    stage === 'shown'
      ? t('shown')
      : stage === 'wrong'
        ? t('coins.unsure')
        : isDone
          ? t(`coins.tap.${odd}`)
          : isAsLast
            ? t(`coins.fell.${fell}`)
            : hint?.kind === 'thirds'
              ? t('help.thirds', { each: hint.each })
              : ''
  useTold(says)
  const left = now.left.map(coin)
  const right = now.right.map(coin)
  return (
    <Board
      className="balance-board"
      speak={says || ask}
      tools={
        <Tools>
          {over ? null : (
            <>
              <GoButton
                label={t('weigh')}
                disabled={isDone || isAsLast || now.left.length === 0 || now.right.length === 0}
                onPress={weigh}
              />
              <Pill icon="arrow-counter-clockwise" weight="bold" label={t('again')} onPress={again} />
            </>
          )}
        </Tools>
      }
    >
      <div className="balance-coins">
        <section className="big-scale">
          <span className="weighings">
            <Beads
              of={weighings}
              at={all.length}
              label={t('weighings', { now: all.length, all: weighings })}
            />
          </span>
          <BeamScale
            tilt={leans[fell]}
            left={left}
            right={right}
            label={t('scale', {
              left: t('coin-count', { count: left.length }),
              right: t('coin-count', { count: right.length }),
            })}
          />
        </section>
        <p className="soft says" role="status">
          <SpokenText>{says || ask}</SpokenText>
        </p>
        <div className="coin-table">{placed(places, 'table').map(coin)}</div>
      </div>
    </Board>
  )
}

const shownCoin = (shown: unknown): number | undefined =>
  typeof shown === 'object' && shown !== null && 'coin' in shown && typeof shown.coin === 'number'
    ? shown.coin
    : undefined
