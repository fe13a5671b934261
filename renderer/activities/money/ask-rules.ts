import { decimalText } from '#core/learning/money/amount-rules.ts'
import type { MoneyTask } from '#core/learning/money/task-rules.ts'
import { thingFor } from './goods.tsx'
import { amountText } from './piece.tsx'
import type { SayOfMoney } from './words.ts'

/** The question, as it is shown and read aloud. */
export function question(t: SayOfMoney, task: MoneyTask): string {
  switch (task.kind) {
    case 'count':
      return t('ask.count')
    case 'exchange': {
      const tens = task.to === 'yuan'
      const amount = tens ? t('amount.jiao', { number: task.amount / 10 }) : amountText(t, task.amount)
      return t(`ask.to-${task.to}`, { amount })
    }
    case 'pay':
      return t('ask.pay', { thing: t(`thing.${thingFor(task.price)}`), price: amountText(t, task.price) })
    case 'dearer':
      return t('ask.dearer')
    case 'enough':
      return t('ask.enough', { have: amountText(t, task.have) })
    case 'total':
      return t('ask.total')
    case 'change':
      return t('ask.change', { price: amountText(t, task.price), paid: amountText(t, task.paid) })
    case 'tag':
      return t('ask.tag', { price: decimalText(task.price) })
    case 'tag-change':
      return t('ask.tag-change', { price: decimalText(task.price), paid: amountText(t, task.paid) })
  }
}
