import type { Method } from '#contract/define.ts'
import { contract } from '#contract/index.ts'
import type { Page } from '@playwright/test'
import { array, dictionary, jsonValue, oneof, sample, string, tuple } from 'fast-check'
import { expect, test } from './fixture.ts'
import { call, openRoom, signIn, sitDown } from './open-room.ts'

const methods = Object.entries(contract).flatMap(([feature, all]) =>
  Object.entries(all as Record<string, Method<unknown, unknown>>).map(([name, method]) => ({
    path: `${feature}.${name}`,
    method,
  })),
)

/** Garbage of every kind, and garbage that looks almost right: the names of real fields with nonsense in them. */
function garbageFor(method: Method<unknown, unknown>): unknown[] {
  const shape = 'shape' in method.input ? Object.keys(method.input.shape as object) : []
  const almost = oneof(jsonValue(), string({ maxLength: 40 }))
  const fields = tuple(...shape.map(() => almost))
  const made = [
    ...sample(jsonValue(), { numRuns: 8, seed: 1 }),
    ...sample(array(jsonValue(), { maxLength: 4 }), { numRuns: 2, seed: 2 }),
    ...sample(dictionary(string(), jsonValue(), { maxKeys: 4 }), { numRuns: 2, seed: 3 }),
    ...sample(fields, { numRuns: 12, seed: 4 }).map((values) =>
      Object.fromEntries(values.map((value, index) => [shape[index], value])),
    ),
  ]
  // What the contract takes is no garbage, and may do something.
  return made.filter((value) => value !== undefined && !method.input.safeParse(value).success)
}

const calls = methods.flatMap(({ path, method }) =>
  garbageFor(method).map((input) => [path, JSON.stringify(input)] as const),
)

/** `loops`: the stand-in’s own line to the page takes no value that contains itself. */
async function fuzz(page: Page, loops: boolean): Promise<string[]> {
  return page.evaluate(
    async ([list, withLoops]) => {
      const strange = (): unknown[] => {
        const loop: Record<string, unknown> = {}
        loop['self'] = loop
        const deep = JSON.parse('['.repeat(300) + ']'.repeat(300)) as unknown
        return [
          ...(withLoops ? [loop] : []),
          deep,
          Number.NaN,
          1n,
          new Date(NaN),
          new Map([[1, 2]]),
          new Set([1]),
          /x/,
          new Uint8Array(9),
          new Error('x'),
          'x'.repeat(3e4),
        ]
      }
      const names = [...new Set(list.map(([name]) => name))]
      const all: [string, unknown][] = [
        ...list.map(([name, text]): [string, unknown] => [name, JSON.parse(text)]),
        ...names.flatMap((name) => strange().map((value): [string, unknown] => [name, value])),
        ...[
          '',
          'x',
          '__proto__',
          'constructor.name',
          '__proto__.toString',
          'learning.__proto__',
          'learning.toString',
          'a'.repeat(1e6),
        ].map((name): [string, unknown] => [name, undefined]),
        ['room.look', 'x'.repeat(3e6)],
        ...[null, 1, {}, ['room.look'], { toString: 'room.look' }].map((name): [string, unknown] => [
          name as never,
          undefined,
        ]),
      ]
      const wrong: string[] = []
      for (const [name, input] of all) {
        const answer = await window.house.call(name, input).catch((error: unknown) => String(error))
        const code = typeof answer === 'object' && !answer.ok ? answer.error.code : undefined
        const typed = typeof code === 'string' && code !== 'unexpected' && /^[a-z-]+$/.test(code)
        if (!typed)
          wrong.push(
            `${JSON.stringify(name).slice(0, 40)}(${typeof input}) -> ${JSON.stringify(answer)?.slice(0, 120)}`,
          )
      }
      return wrong
    },
    [calls, loops] as const,
  )
}

test('garbage on every channel brings nothing but typed refusals', async ({ app, mainLog, host }) => {
  const pupil = await openRoom(app)
  expect(await fuzz(pupil, host === 'electron')).toEqual([])
  const staff = await signIn(app, pupil)
  await sitDown(staff, pupil)
  expect(await fuzz(pupil, host === 'electron')).toEqual([])
  expect(await fuzz(staff, host === 'electron')).toEqual([])
  // Everything still stands: the child sits there, the coordinator is signed in.
  expect(await call(pupil, 'sessions.now')).toMatchObject({ ok: true, value: { child: { name: '林小雨' } } })
  expect(await call(staff, 'staff.me')).toMatchObject({ ok: true, value: { role: 'coordinator' } })
  expect(mainLog.join('')).not.toMatch(/A call failed|Uncaught|Unhandled/)
})

test('every method of the other window is refused, whatever it is sent', async ({ app }) => {
  const pupil = await openRoom(app)
  const staff = await signIn(app, pupil)
  const foreign = { pupil: ['staff', 'door', 'setup'], staff: ['pupil', 'child'] }
  for (const [page, from] of [
    [pupil, foreign.pupil],
    [staff, foreign.staff],
  ] as const)
    for (const { path, method } of methods)
      if (from.includes(method.by.from))
        expect([path, await call(page, path as 'room.look')]).toMatchObject([
          path,
          { error: { code: 'not-from-here' } },
        ])
})
