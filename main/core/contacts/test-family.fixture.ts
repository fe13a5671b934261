import { testGround } from '#core/db/test-ground.ts'
import { ok } from '#core/kernel/result.ts'
import { createChildrenService } from '../children/service.ts'
import { createStaffStore } from '../staff/store.ts'
import type { CallServerLink } from './call-server-link.ts'
import { createContactsService } from './service.ts'
import type { ContactFacts } from './store.ts'

export const hash = 'a'.repeat(64)
export const mum: ContactFacts = {
  relation: '母亲',
  name: '陈玉兰',
  called: '妈妈',
  guardian: true,
  city: '东莞',
  spoken: '普通话、雷州话',
  language: 'zh-CN',
  phones: ['138 0000 0001'],
}
const gran: ContactFacts = {
  ...mum,
  relation: '奶奶',
  name: '黄阿英',
  called: '奶奶',
  guardian: false,
  phones: [],
}

/** A child with mum, a guardian, and gran, who is none; a teacher as witness. */
export function family(link?: CallServerLink) {
  const ground = testGround()
  const media = { keep: async () => ok(hash) }
  const children = createChildrenService(ground, { media })
  const contacts = createContactsService(ground, { media, school: () => '第一小学', link: () => link })
  const witnessId = ground.newId()
  createStaffStore(ground.db).add({
    id: witnessId,
    name: '何老师',
    role: 'teacher',
    checkedOn: null,
    pinHash: '',
    createdAt: 1,
  })
  const idOf = (done: ReturnType<typeof contacts.add>): string => {
    if (!done.ok) throw new Error(done.error.code)
    return done.value.id
  }
  const childId = idOf(children.add({ name: '林小雨', classLabel: '2.1', number: null, birthday: null }))
  const mumId = idOf(contacts.add(childId, mum))
  const granId = idOf(contacts.add(childId, gran))
  const word = (given: boolean, more: Partial<Parameters<typeof contacts.decide>[1]> = {}) => ({
    purposes: ['video', 'phone', 'messages', 'photo'] as const,
    given,
    day: '2026-11-22',
    guardianId: mumId,
    witnessId,
    how: 'in-person' as const,
    note: null,
    ...more,
  })
  const of = (contactId: string) => ({ childId, contactId })
  return { ground, children, contacts, childId, mumId, granId, witnessId, word, of }
}
