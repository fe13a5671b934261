import { describe, expect, it } from 'vitest'
import { kinLook } from './kin-look-rules.ts'

describe('kinLook', () => {
  it.each([
    ['妈妈', 'mother'],
    ['阿爸', 'father'],
    ['外婆', 'grandmother'],
    ['奶奶', 'grandmother'],
    ['爷爷', 'grandfather'],
    ['姑妈', 'aunt'],
    ['舅妈', 'aunt'],
    ['舅舅', 'father'],
    ['Grandma', 'grandmother'],
    ['Grandpa', 'grandfather'],
    ['Mum', 'mother'],
    ['Auntie', 'aunt'],
  ])('draws %s as %s', (called, look) => expect(kinLook(called)).toBe(look))

  it('goes by the relation where a name of love says nothing', () =>
    expect(kinLook('小美', '母亲')).toBe('mother'))

  it('draws somebody where nothing is known', () => expect(kinLook('阿明', '监护人')).toBe('somebody'))
})
