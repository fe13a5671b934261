import type { PrintLine, PrintPart } from '#contract/learning.ts'
import { tiltOf, type Pile, type Scale } from './scale-rules.ts'
import type { Coins, Task } from './task-rules.ts'

const signs = ['▲', '●', '■', '★']

/** A task in signs for things: `▲＝●●`, then what is asked. */
export function printed(task: Exclude<Task, Coins>, answer: number): PrintLine {
  const things = Object.keys(task.weights)
  const sign = (thing: string): string => signs[things.indexOf(thing)] ?? '◆'
  const pan = (piles: readonly Pile[]): string =>
    piles.map(({ thing, count }) => sign(thing).repeat(count)).join('')
  const line = (scale: Scale): string => {
    const tilt = tiltOf(task.weights, scale)
    return `${pan(scale.left)}${tilt > 0 ? '＞' : tilt < 0 ? '＜' : '＝'}${pan(scale.right)}`
  }
  const facts: PrintPart[] = task.facts.map((fact) => ({ kind: 'text', text: `${line(fact)}　` }))
  if (task.kind === 'choose') {
    const right = task.choices[answer] ?? ''
    const asked: PrintPart = { kind: 'word', word: `print.${task.want}` }
    return {
      ask: [...facts, asked, { kind: 'blank', width: 4 }],
      answer: [{ kind: 'text', text: sign(right) }],
    }
  }
  const begun = `${pan(task.left)}＝${pan(task.right)}`
  const end = `${begun}${sign(task.add).repeat(answer)}`
  return {
    ask: [...facts, { kind: 'text', text: begun }, { kind: 'blank', width: 8 }],
    answer: [{ kind: 'text', text: end }],
  }
}
