import { describe, expect, it } from 'vitest'
import { everyRole } from '#contract/define.ts'
import { adultsOffered, grandparentOf, isForgotten } from './talk-rules.ts'

const named = (called: string, relation = called) => ({ called, relation })

describe('the adults whom the room offers', () => {
  it('are social workers, then teachers, then who coordinates; never volunteers or technicians', () => {
    const people = everyRole.map((role) => ({ id: role, name: role, role }))
    expect(adultsOffered(people).map(({ id }) => id)).toEqual(['social-worker', 'teacher', 'coordinator'])
  })
})

describe('somebody at home', () => {
  it('is the first grandparent, by what they are or how they are called', () => {
    expect(grandparentOf([named('妈妈'), named('阿嬷', '外婆'), named('爷爷')])).toEqual(
      named('阿嬷', '外婆'),
    )
    expect(grandparentOf([named('Granny', 'grandmother')])).toEqual(named('Granny', 'grandmother'))
  })
  it('is nobody where only parents and aunts are entered', () =>
    expect(grandparentOf([named('妈妈', '母亲'), named('姑姑')])).toBeNull())
})

describe('a wish that nobody opens', () => {
  it('is seen to after a day, and not because the clock jumped back', () => {
    const now = Date.UTC(2026, 10, 22)
    expect(isForgotten(now - 24 * 3_600_000, now)).toBe(false)
    expect(isForgotten(now - 24 * 3_600_000 - 1, now)).toBe(true)
    expect(isForgotten(now + 48 * 3_600_000, now)).toBe(false)
  })
})
