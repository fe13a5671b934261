import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { backupFile } from './backup-rules.ts'
import { LEFT_FREE, makingRoom, MOST_SHARE, NEVER_DROPPED, type SizedBackup } from './room-rules.ts'

const MB = 2 ** 20
const digest = 'ab'.repeat(16)
const backup = (bytes: number, index: number): SizedBackup => {
  const number = index + 1
  return { file: backupFile(number, 0, digest), number, at: 0, digest, bytes }
}
const size = (some: readonly SizedBackup[]) => some.reduce((sum, one) => sum + one.bytes, 0)
const sizes = fc.array(fc.integer({ min: 1, max: 400 * MB }), { maxLength: 60 })
const disk = { need: fc.integer({ min: 1, max: 2000 * MB }), free: fc.integer({ min: 0, max: 20_000 * MB }) }

it('leaves room for children, keeps the newest two, and drops no more than it must', () => {
  fc.assert(
    fc.property(sizes, fc.record(disk), (bytes, { need, free }) => {
      const all = bytes.map(backup)
      const dropped = makingRoom(all, { need, free })
      const most = all.slice(0, -NEVER_DROPPED)
      if (dropped === undefined) {
        expect(free + size(most) - need).toBeLessThan(LEFT_FREE)
        return
      }
      // The oldest go.
      expect(dropped).toEqual(all.slice(0, dropped.length))
      expect(dropped.length).toBeLessThanOrEqual(most.length)
      const good = (gone: readonly SizedBackup[]) =>
        free + size(gone) - need >= LEFT_FREE &&
        size(all) - size(gone) + need <= (free + size(all)) * MOST_SHARE
      expect(free + size(dropped) - need).toBeGreaterThanOrEqual(LEFT_FREE)
      if (dropped.length < most.length) expect(good(dropped)).toBe(true)
      if (dropped.length > 0) expect(good(dropped.slice(0, -1))).toBe(false)
    }),
  )
})

it('never lets backups grow over half of the disk, however long the room lives', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1000 * MB, max: 100_000 * MB }), sizes, (whole, bytes) => {
      let kept: SizedBackup[] = []
      for (const [index, need] of bytes.entries()) {
        const used = size(kept)
        const dropped = makingRoom(kept, { need, free: whole - used })
        if (!dropped) continue
        kept = [...kept.filter((one) => !dropped.includes(one)), backup(need, index)]
        if (kept.length > NEVER_DROPPED + 1) expect(size(kept)).toBeLessThanOrEqual(whole * MOST_SHARE)
      }
    }),
  )
})
