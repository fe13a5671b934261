import './money.css'
import './piece.css'
import './goods.css'
import './hint.css'
import './which.css'
import './pay.css'
import type { MoneyExercise } from '#core/learning/money/activity-rules.ts'
import { asPieces, decimalText, type Unit } from '#core/learning/money/amount-rules.ts'
import { SpokenText } from '#ui/child/speak.tsx'
import { Fields, FieldsPad, useFields } from '../frame/fields.tsx'
import { CardAndPad, Says, Tools } from '../frame/parts.tsx'
import { question } from './ask-rules.ts'
import { Goods, thingFor } from './goods.tsx'
import { MoneyHelp } from './hint.tsx'
import { Pay } from './pay.tsx'
import { amountText, Pieces } from './piece.tsx'
import { Which } from './which.tsx'
import { useMoneyWords } from './words.ts'
import type { MoneyProps } from './props.ts'

/** Play money: counted, paid, compared, given back. */
export function Money(props: MoneyProps) {
  const { task } = props.exercise
  if (task.kind === 'pay') return <Pay {...props} task={task} />
  if (task.kind === 'dearer' || task.kind === 'enough') return <Which {...props} task={task} />
  return <Written {...props} />
}

/** The largest number in a field: jiao and fen go to 9, unless they stand alone. */
const mostOf = (fields: readonly Unit[], unit: Unit): number =>
  unit === 'yuan' ? 199 : fields.length === 1 ? 999 : 9

function Written({ exercise, hint, shown, onAnswer, onTouched }: MoneyProps) {
  const { t } = useMoneyWords()
  const { task, fields } = exercise
  const units = fields.map((unit) => ({
    name: t(`field.${unit}`),
    unit: t(`unit.${unit}`),
    most: mostOf(fields, unit),
  }))
  const state = useFields(units, onAnswer, onTouched)
  const ask = question(t, task)
  return (
    <CardAndPad className="money" tools={<Tools speak={ask} />} pad={<FieldsPad state={state} />}>
      <div className="money-body">
        <Scene task={task} />
        <p className="tell">
          <SpokenText>{ask}</SpokenText>
        </p>
        <Fields state={state} shown={Array.isArray(shown) ? (shown as readonly unknown[]) : undefined} />
      </div>
      <div className="money-help">
        <MoneyHelp hint={hint} />
        <Says wrong={t('wrong')} shown={t('shown')} />
      </div>
    </CardAndPad>
  )
}

/** What the question is about: pieces, or things with their tags. */
function Scene({ task }: Pick<MoneyExercise, 'task'>) {
  const { t } = useMoneyWords()
  switch (task.kind) {
    case 'count':
      return <Pieces pieces={task.coins} />
    case 'exchange':
      return task.to === 'yuan' ? null : <Pieces pieces={asPieces(task.amount)} small />
    case 'total':
      return (
        <div className="on-shelf">
          {task.prices.map((price, place) => (
            <Goods key={place} thing={thingFor(price, place)} price={amountText(t, price)} />
          ))}
        </div>
      )
    case 'tag':
      return <Goods thing={thingFor(task.price)} price={t('tag', { price: decimalText(task.price) })} />
    case 'change':
    case 'tag-change':
      return (
        <div className="on-shelf">
          <Goods
            thing={thingFor(task.price)}
            price={
              task.kind === 'change'
                ? amountText(t, task.price)
                : t('tag', { price: decimalText(task.price) })
            }
          />
          <Pieces pieces={asPieces(task.paid)} />
        </div>
      )
    case 'dearer':
    case 'enough':
    case 'pay':
      return null
  }
}
