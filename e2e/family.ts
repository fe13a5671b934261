import type { Page } from '@playwright/test'
import type { Purpose } from '#contract/wire.ts'
import { must } from './open-room.ts'

export interface Agreed {
  readonly purposes: readonly Purpose[]
  readonly phones: readonly string[]
}

export interface Kin {
  readonly childId: string
  readonly contactId: string
  /** Of the mother's invitation. */
  readonly link: string
}

/** Lin Xiaoyu and her mother, who agreed to pictures and messages, or to what is said; published, and invited. */
export async function familyOf(
  staff: Page,
  { purposes = ['video', 'messages'], phones = [] }: Partial<Agreed> = {},
): Promise<Kin> {
  const { id: childId } = await must(staff, 'children.add', {
    name: '林小雨',
    classLabel: '二(1)班',
    number: null,
    birthday: null,
  })
  const { id: contactId } = await must(staff, 'contacts.add', {
    childId,
    relation: '母亲',
    name: '林秀英',
    called: '妈妈',
    guardian: true,
    city: '东莞',
    spoken: null,
    language: 'zh-CN',
    phones: [...phones],
  })
  const [witness] = await must(staff, 'staff.people')
  await must(staff, 'contacts.decide', {
    childId,
    contactId,
    purposes: [...purposes],
    given: true,
    day: new Date().toISOString().slice(0, 10),
    guardianId: contactId,
    witnessId: witness!.id,
    how: 'in-person',
    note: null,
  })
  await must(staff, 'contacts.publish')
  const { link } = await must(staff, 'contacts.invite', { childId, contactId })
  return { childId, contactId, link }
}
