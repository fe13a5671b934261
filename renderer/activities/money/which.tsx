import { choicesOf } from '#core/learning/money/activity-rules.ts'
import { asPieces } from '#core/learning/money/amount-rules.ts'
import type { MoneyTask } from '#core/learning/money/task-rules.ts'
import { SpokenText } from '#ui/child/speak.tsx'
import { ChoiceCards, useChoosing } from '../frame/choice-cards.tsx'
import { Board, Says, Tools } from '../frame/parts.tsx'
import { question } from './ask-rules.ts'
import { Goods, thingFor } from './goods.tsx'
import type { MoneyProps } from './props.ts'
import { amountText, Pieces } from './piece.tsx'
import { useMoneyWords } from './words.ts'

type Task = Extract<MoneyTask, { kind: 'dearer' | 'enough' }>

/** Things with their tags: the dearer one, or the one for which the money is enough. The hint lays each price out in pieces. */
export function Which({ task, hint, ...props }: MoneyProps & { readonly task: Task }) {
  const { t } = useMoneyWords()
  const choosing = useChoosing(props)
  const ask = question(t, task)
  const laid = hint?.kind === 'coins' ? hint.coins : []
  const priceAt = (at: number) => {
    const price = choicesOf(task)[at] ?? 0
    const isJiao = task.kind === 'dearer' && task.prices[at]?.as === 'jiao'
    return isJiao ? t('amount.jiao', { number: price / 10 }) : amountText(t, price)
  }
  const places = choicesOf(task).map((_, at) => at)
  const thingAt = (at: number) => thingFor(choicesOf(task)[at] ?? 0, at)
  return (
    <Board className="money" speak={ask} tools={<Tools />}>
      <div className="which">
        <div className="which-ask">
          <p className="tell">
            <SpokenText>{ask}</SpokenText>
          </p>
          {task.kind === 'enough' && <Pieces pieces={asPieces(task.have)} small />}
        </div>
        <ChoiceCards
          choosing={choosing}
          choices={places}
          across={places.length}
          nameOf={(at) => `${t(`thing.${thingAt(at)}`)} ${priceAt(at)}`}
        >
          {(at) => <Goods thing={thingAt(at)} price={priceAt(at)} />}
        </ChoiceCards>
        <div className="laid">
          {laid.map((pieces, at) => (
            <Pieces key={at} pieces={pieces} small />
          ))}
        </div>
        <Says wrong={t('wrong')} shown={t('shown')} />
      </div>
    </Board>
  )
}
