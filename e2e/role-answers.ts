import type { Page } from '@playwright/test'
import type { Method } from '#contract/define.ts'
import { contract } from '#contract/index.ts'
import type { Role } from '#contract/roles.ts'

/** They do something, or lead out of the console; what they answer says nothing of a child. */
const deeds = /\.(?:remove|close|cancel|unmerge|publish|leaveServer|endKindly|print|stop|stopCopy|askOld)$/

/** All that main answers to somebody of this role who asks for everything about a child and a page of it, as one text. */
export async function answersTo(
  staff: Page,
  role: Role,
  { childId, page }: { readonly childId: string; readonly page: string },
): Promise<{ readonly asked: number; readonly text: string }> {
  const inputs = [undefined, { childId }, { id: childId }, { id: page }, { childId, page }]
  const calls = Object.entries(contract).flatMap(([feature, methods]) =>
    Object.entries(methods as Record<string, Method<unknown, unknown>>).flatMap(([name, { by, input }]) => {
      const path = `${feature}.${name}`
      const may = (by.from === 'staff' && by.roles.includes(role)) || by.from === 'windows'
      if (!may || deeds.test(path)) return []
      return inputs.filter((each) => input.safeParse(each).success).map((each) => [path, each] as const)
    }),
  )
  const text = await staff.evaluate(async (list) => {
    const answers: unknown[] = []
    for (const [path, input] of list) answers.push(await window.house.call(path, input))
    return JSON.stringify(answers)
  }, calls)
  return { asked: calls.length, text }
}
