import { describe, expect, it } from 'vitest'
import { createPinHash } from './pin-hash.ts'

describe('PIN hashes', () => {
  it('are made at the cost of the house, each with its own salt', async () => {
    const hash = createPinHash()
    const stored = await hash.make('804913')
    expect(stored).toMatch(/^scrypt\$17\$8\$1\$[A-Za-z0-9+/=]{24}\$[A-Za-z0-9+/=]{44}$/)
    expect(await hash.matches('804913', stored)).toBe(true)
    expect(await hash.matches('804914', stored)).toBe(false)
    expect(await hash.make('804913')).not.toBe(stored)
  })

  it('are read by the cost that they were made with', async () => {
    const stored = await createPinHash({ logN: 6, r: 8, p: 1 }).make('804913')
    expect(await createPinHash({ logN: 7, r: 8, p: 1 }).matches('804913', stored)).toBe(true)
  })

  it('match nothing when they are none of ours or ask for too much', async () => {
    const hash = createPinHash({ logN: 6, r: 8, p: 1 })
    const stored = await hash.make('804913')
    const [kind, , r, p, salt, key] = stored.split('$')
    const strange = ['', 'scrypt', stored.slice(0, -4), `${stored}$`, [kind, 30, r, p, salt, key].join('$')]
    for (const each of strange) expect(await hash.matches('804913', each)).toBe(false)
  })
})
