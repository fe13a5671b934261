import { describe, expect, it } from 'vitest'
import { makeLink } from './link.ts'

/** Two ends on one target; in Node the same realm plays both worlds. */
function bridge() {
  const target = new EventTarget()
  const isolated = makeLink('secret', 'isolated', target)
  const main = makeLink('secret', 'main', target)
  const cross = (value: unknown, frozen = false) => main.unpack(isolated.pack(value), frozen)
  return { target, isolated, main, cross }
}

const listener = () => {}

describe('link between worlds', () => {
  it('calls across and gives the answer at once', () => {
    const add = bridge().cross((a: number, b: number) => a + b) as (a: number, b: number) => number
    expect(add(2, 3)).toBe(5)
  })

  it('passes callbacks, also the same one twice under one number', () => {
    const { isolated, cross } = bridge()
    const twice = cross((callback: (word: string) => string) => callback('a') + callback('b')) as (
      callback: (word: string) => string,
    ) => string
    expect(twice((word) => word.toUpperCase())).toBe('AB')
    expect(isolated.pack(listener)).toEqual(isolated.pack(listener))
  })

  it('settles promises, with errors by name and message', async () => {
    const { cross } = bridge()
    await expect(cross(Promise.resolve({ deep: [1] }))).resolves.toEqual({ deep: [1] })
    await expect(cross(Promise.reject(new RangeError('far')))).rejects.toMatchObject({
      name: 'RangeError',
      message: 'far',
    })
  })

  it('throws what the other side threw', () => {
    const fail = bridge().cross(() => {
      throw new TypeError('kaput')
    }) as () => void
    expect(fail).toThrow('kaput')
  })

  it('freezes what a bridge exposes, deep down', () => {
    const api = bridge().cross({ inner: { list: [1] } }, true) as { inner: { list: number[] } }
    expect(Object.isFrozen(api)).toBe(true)
    expect(Object.isFrozen(api.inner.list)).toBe(true)
  })

  it('answers while a call of the other direction is running', () => {
    const { isolated, main, cross } = bridge()
    const back = isolated.unpack(
      main.pack((value: number) => value * 2),
      false,
    ) as (value: number) => number
    const outer = cross((value: number) => back(value) + 1) as (value: number) => number
    expect(outer(4)).toBe(9)
  })

  it('keeps others on the same target from hearing', () => {
    const { target, cross } = bridge()
    let heard = 0
    target.addEventListener('secretmain', () => heard++)
    ;(cross(() => 1) as () => number)()
    expect(heard).toBe(0)
  })

  it('refuses what cannot be cloned', () => {
    expect(() => bridge().isolated.pack(new WeakMap())).toThrow('An object could not be cloned.')
  })
})
