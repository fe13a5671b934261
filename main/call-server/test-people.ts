import type { Publication, WireContact } from '#contract/wire.ts'
import { newId } from '#core/kernel/ids.ts'

export const childNamed = (n: number): string => `k${n.toString(16).padStart(24, '0')}`
export const contactNamed = (n: number): string => `c${n.toString(16).padStart(24, '0')}`

export const aChild = (n: number): Publication['children'][number] => ({
  user: childNamed(n),
  given: `孩子${n}`,
  animal: 'panda',
  tone: 'sky',
})

/** A relative of a child, with every consent unless told otherwise. */
export const aContact = (n: number, child: number, wish: Partial<WireContact> = {}): WireContact => ({
  id: newId(),
  user: contactNamed(n),
  child: childNamed(child),
  called: '妈妈',
  language: 'zh-CN',
  phones: [],
  consent: { video: true, phone: true, messages: true, photo: true },
  ...wish,
})
