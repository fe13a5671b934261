import { useState } from 'react'
import type { BalanceHint } from '#core/learning/balance/activity-rules.ts'
import { tiltOf, type Pile, type Scale } from '#core/learning/balance/scale-rules.ts'
import { MOST, type Fill } from '#core/learning/balance/task-rules.ts'
import { GoButton } from '#ui/child/buttons.tsx'
import { Icon } from '#ui/icon.tsx'
import { Picture } from '#ui/picture.tsx'
import { SpokenText } from '#ui/child/speak.tsx'
import type { PictureName } from '#ui/sprite/names.ts'
import { Board, Tools } from '../frame/parts.tsx'
import type { ActivityProps } from '../frame/props.ts'
import { useTold } from '../frame/use-told.ts'
import { Carry } from './carry.tsx'
import { BeamScale, Piles } from './scale.tsx'
import { useBalanceWords } from './words.ts'

const keptNumber = (kept: unknown): number =>
  typeof kept === 'number' && Number.isInteger(kept) && kept >= 0 && kept <= MOST ? kept : 0

/** A scale that is made level by putting more on its right pan; what is known stands beside it. */
export function FillTask({
  task,
  props,
}: {
  readonly task: Fill
  readonly props: ActivityProps<unknown, BalanceHint>
}) {
  const { t, any } = useBalanceWords()
  const { stage, hint, shown, progress, busy, onAnswer, onKeep, onTouched } = props
  const [put, setPut] = useState(() => keptNumber(progress))
  const over = stage === 'right' || stage === 'shown'
  const now = stage === 'shown' ? keptNumber(shown) : put
  const right: readonly Pile[] = now > 0 ? joined(task.right, { thing: task.add, count: now }) : task.right
  const tilt = tiltOf(task.weights, { left: task.left, right })
  // Not live: the beam is held until the child has said “level”.
  const leans = task.live || stage === 'wrong' || over ? tilt : 0
  const change = (by: number) => {
    const next = put + by
    if (over || next < 0 || next > MOST) return
    onTouched()
    setPut(next)
    onKeep(next)
  }
  const name = (thing: string) => any(`thing.${thing}`) ?? ''
  const said = (piles: readonly Pile[]) =>
    piles.length > 0
      ? piles.map(({ thing, count }) => t('many', { count, thing: name(thing) })).join(t('and'))
      : t('nothing')
  const equal = ({ left, right: other }: Scale) => t('equal', { left: said(left), right: said(other) })
  const known = hint && hint.kind !== 'count' && hint.kind !== 'thirds' ? task.facts[hint.fact] : undefined
  const help =
    hint?.kind === 'swap' && known
      ? t('help.swap', { fact: equal(known) })
      : hint?.kind === 'take'
        ? t(hint.share ? 'help.share' : 'help.take')
        : hint?.kind === 'count'
          ? t('help.count')
          : ''
  const says = stage === 'shown' ? t('shown') : stage === 'wrong' ? t(tilt > 0 ? 'more' : 'fewer') : help
  useTold(says)
  const ask = [...task.facts.map(equal), t('ask', { left: said(task.left), thing: name(task.add) })].join(
    t('then'),
  )
  return (
    <Board
      className="balance-board"
      speak={says && stage !== 'wrong' ? says : ask}
      unseen={!says || stage === 'wrong'}
      tools={
        <Tools>
          {over ? null : (
            <GoButton
              label={t('level-now')}
              icon="check-circle"
              disabled={busy || put === 0}
              onPress={() => onAnswer(put)}
            />
          )}
        </Tools>
      }
    >
      <div className="balance-fill">
        <div className="balance-side">
          <ul className="facts">
            {task.facts.map((fact, at) => (
              <li key={at} className="fact">
                <BeamScale
                  tilt={0}
                  left={<Piles piles={fact.left} />}
                  right={<Piles piles={fact.right} />}
                  label={equal(fact)}
                  look={hint !== null && 'fact' in hint && hint.fact === at}
                />
              </li>
            ))}
          </ul>
          <p className="soft says" role="status">
            {says && <SpokenText>{says}</SpokenText>}
          </p>
          <div className="fruit-box">
            <Carry
              className="more-fruit"
              label={t('put', { thing: name(task.add) })}
              disabled={over || put >= MOST}
              onTap={() => change(1)}
              onDrop={(pan) => (pan === 'right' ? change(1) : undefined)}
            >
              <Picture name={task.add as PictureName} />
              <Icon name="plus" weight="bold" />
            </Carry>
            <button
              type="button"
              className="more-fruit"
              aria-label={t('take', { thing: name(task.add) })}
              disabled={over || put === 0}
              onClick={() => change(-1)}
            >
              <Picture name={task.add as PictureName} />
              <Icon name="minus" weight="bold" />
            </button>
          </div>
        </div>
        <section className="big-scale" data-held={!task.live && leans === 0 && !over}>
          <BeamScale
            tilt={leans}
            left={<Piles piles={task.left} />}
            right={<Piles piles={right} />}
            label={t('scale', { left: said(task.left), right: said(right) })}
          />
        </section>
      </div>
    </Board>
  )
}

/** The piles with one more, the same things together. */
function joined(piles: readonly Pile[], more: Pile): readonly Pile[] {
  const same = piles.find(({ thing }) => thing === more.thing)
  return same
    ? piles.map((pile) => (pile === same ? { ...pile, count: pile.count + more.count } : pile))
    : [...piles, more]
}
