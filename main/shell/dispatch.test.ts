import { contract, type MethodName } from '#contract/index.ts'
import type { Access } from '#contract/define.ts'
import type { Role } from '#contract/roles.ts'
import type { StaffPerson } from '#contract/people.ts'
import type { RefusalCode } from '#contract/refusal.ts'
import { silentLog } from '#core/kernel/log.ts'
import { err, ok } from '#core/kernel/result.ts'
import { anything, assert, asyncProperty } from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import type { AllHandlers } from '../features/feature.ts'
import { dispatch, type DispatchParts } from './dispatch.ts'
import { isWithin } from './input-size.ts'

const childId = '01936f0e-7d5a-7c3e-9a51-000000000001'
const person = (role: Role): StaffPerson => ({ id: childId, name: '陈老师', role })

let calls: { method: string; input: unknown; caller: unknown }[]
let audits: { method: string; subject: string | undefined }[]
let knows: { session: boolean; role: Role | undefined; setup: boolean }
let parts: DispatchParts
let broken: Error | undefined

beforeEach(() => {
  calls = []
  audits = []
  broken = undefined
  knows = { session: false, role: undefined, setup: false }
  const handlers = Object.fromEntries(
    Object.entries(contract).map(([feature, methods]) => [
      feature,
      Object.fromEntries(
        Object.keys(methods).map((method) => [
          method,
          (input: unknown, caller: unknown) => {
            calls.push({ method: `${feature}.${method}`, input, caller })
            if (broken) throw broken
            return ok('done')
          },
        ]),
      ),
    ]),
  ) as unknown as AllHandlers
  parts = {
    handlers,
    log: silentLog,
    doorkeeper: {
      session: () => (knows.session ? { childId, sessionId: 's' } : undefined),
      signedIn: () => (knows.role ? person(knows.role) : undefined),
      setupNeeded: () => knows.setup,
      audit: (_person, method, subject) => {
        audits.push({ method, subject })
        return ok(undefined)
      },
    },
  }
})

const ask = (window: 'pupil' | 'staff', method: unknown, input?: unknown) =>
  dispatch(window, method, input, parts)
const refusal = (code: RefusalCode) => ({ ok: false, error: { code } })

describe('who may call', () => {
  it('asks for the right window first', async () => {
    expect(await ask('staff', 'children.faces')).toEqual(refusal('not-from-here'))
    expect(await ask('pupil', 'children.list')).toEqual(refusal('not-from-here'))
    expect(await ask('pupil', 'staff.signIn')).toEqual(refusal('not-from-here'))
    expect(await ask('pupil', 'children.faces')).toEqual({ ok: true, value: 'done' })
    expect(await ask('staff', 'room.look')).toEqual({ ok: true, value: 'done' })
  })

  it('knows a child only while its session runs, and by main’s own word', async () => {
    expect(await ask('pupil', 'learning.shelf')).toEqual(refusal('no-session'))
    knows.session = true
    await ask('pupil', 'learning.shelf')
    expect(calls.at(-1)?.caller).toEqual({ window: 'pupil', childId, sessionId: 's' })
  })

  it('opens the set-up only while it is needed', async () => {
    expect(await ask('staff', 'setup.openExample')).toEqual(refusal('already-set-up'))
    knows.setup = true
    expect(await ask('staff', 'setup.openExample')).toEqual({ ok: true, value: 'done' })
  })

  it('gives each role exactly what the contract says', async () => {
    const roles: Role[] = ['coordinator', 'teacher', 'social-worker', 'volunteer', 'technician']
    for (const [feature, methods] of Object.entries(contract))
      for (const [name, { by }] of Object.entries(methods as Record<string, { by: Access }>)) {
        if (by.from !== 'staff') continue
        const method = `${feature}.${name}` as MethodName
        knows.role = undefined
        expect(await ask('staff', method)).toEqual(refusal('signed-out'))
        for (const role of roles) {
          knows.role = role
          const answer = await ask('staff', method)
          const barred = !answer.ok && answer.error.code === 'not-allowed'
          expect({ method, role, barred }).toEqual({ method, role, barred: !by.roles.includes(role) })
        }
      }
  })
})

describe('what may be sent', () => {
  it('refuses an input that is not the contract’s', async () => {
    knows.session = true
    expect(await ask('pupil', 'sessions.move', { name: 'nowhere' })).toEqual(refusal('bad-input'))
    expect(await ask('pupil', 'sessions.move', { name: 'home', more: 1 })).toEqual(refusal('bad-input'))
    expect(await ask('pupil', 'learning.shelf', 'something')).toEqual(refusal('bad-input'))
    expect(calls).toEqual([])
  })

  it.each([
    '__proto__.toString',
    'constructor.name',
    'learning.__proto__',
    'learning.constructor',
    'toString',
    '',
    'learning',
    'learning.round.x',
    7,
    null,
    {},
    ['learning.shelf'],
  ])('does not find %j', async (name) => {
    expect(await ask('pupil', name)).toEqual(refusal('unknown-method'))
  })

  it('refuses the oversized and the endless', async () => {
    knows.session = true
    const loop: unknown[] = []
    loop.push(loop)
    for (const input of [
      loop,
      'x'.repeat(2 ** 22),
      Object.assign([], { length: 2 ** 30 }),
      { a: new Uint8Array(2 ** 22) },
    ])
      expect(await ask('pupil', 'sessions.move', input)).toEqual(refusal('bad-input'))
    expect(isWithin({ a: ['b'] }, { bytes: 2, values: 3 })).toBe(true)
    expect(isWithin({ a: ['bc'] }, { bytes: 2, values: 3 })).toBe(false)
    expect(isWithin({ a: ['b'] }, { bytes: 2, values: 2 })).toBe(false)
  })

  it('answers any garbage with a typed refusal', async () => {
    await assert(
      asyncProperty(anything(), anything(), async (name, input) => {
        expect(await ask('staff', name, input)).toMatchObject({
          ok: false,
          error: { code: 'unknown-method' },
        })
      }),
    )
  })
})

describe('what is written down', () => {
  it('before the deed, with the child concerned', async () => {
    knows.role = 'coordinator'
    await ask('staff', 'children.showPictures', { id: childId })
    await ask('staff', 'learning.mistakesOf', { childId })
    await ask('staff', 'usage.exportCsv', {
      question: { unit: 'day', day: '2026-11-22', childId },
      place: 'x',
    })
    expect(audits).toEqual([
      { method: 'children.showPictures', subject: childId },
      { method: 'learning.mistakesOf', subject: childId },
      { method: 'usage.exportCsv', subject: childId },
    ])
    expect(calls).toHaveLength(3)
  })

  it('a look that cannot be written down does not happen', async () => {
    knows.role = 'coordinator'
    const full = {
      ...parts,
      doorkeeper: { ...parts.doorkeeper, audit: () => err({ code: 'disk-full' as const }) },
    }
    expect(await dispatch('staff', 'children.showPictures', { id: childId }, full)).toEqual(
      refusal('disk-full'),
    )
    expect(calls).toEqual([])
  })
})

describe('when something breaks', () => {
  it('names storage problems and keeps everything else to itself', async () => {
    broken = Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_FSYNC' })
    expect(await ask('pupil', 'children.faces')).toEqual(refusal('io-error'))
    broken = new Error('小雨 wrote something private')
    const said: unknown[] = []
    const loud = { ...parts, log: { ...silentLog, error: (...words: unknown[]) => void said.push(words) } }
    expect(await dispatch('pupil', 'children.faces', undefined, loud)).toEqual(refusal('unexpected'))
    expect(JSON.stringify(said)).not.toContain('小雨')
    expect(said).toHaveLength(1)
  })
})
