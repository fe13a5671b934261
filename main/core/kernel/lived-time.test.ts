import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as after } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lived } from './lived-time.ts'

describe('lived', () => {
  it('is the whole gap from beat to beat, nothing of a longer one, and never negative', () => {
    fc.assert(
      fc.property(fc.double(), fc.integer({ min: 1, max: 1e6 }), (gap, most) => {
        expect([0, gap]).toContain(lived(gap, most))
        expect(lived(gap, most)).toBeGreaterThanOrEqual(0)
        expect(lived(gap, most)).toBeLessThanOrEqual(most)
      }),
    )
    expect(lived(10_000, 25_000)).toBe(10_000)
    expect(lived(25_001, 25_000)).toBe(0)
  })

  it.skipIf(process.platform === 'win32')('leaves out what a stopped process did not live', async () => {
    const script = fileURLToPath(new URL('./beats-until-told.ts', import.meta.url))
    const beating = spawn(process.execPath, ['--experimental-strip-types', '--no-warnings', script], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    await once(beating.stdout, 'data')
    await after(500)
    beating.kill('SIGSTOP')
    await after(3000)
    beating.kill('SIGCONT')
    await after(500)
    beating.stdin.end()
    const [said] = (await once(beating.stdout, 'data')) as [Buffer]
    const { credited, passed } = JSON.parse(said.toString()) as { credited: number; passed: number }
    expect(passed).toBeGreaterThan(3500)
    expect(passed - credited).toBeGreaterThan(2900)
    expect(credited).toBeGreaterThan(0)
  })
})
