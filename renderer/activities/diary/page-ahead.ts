import type { AnswerOf } from '#contract/index.ts'
import type { Answer } from '#contract/bridge.ts'
import { call } from '../../api/house.ts'
import { fetchPlace } from '../../pupil/on-demand.tsx'

type Opened = Answer<AnswerOf<'diary.open'>>

/** An answer that was asked for ahead waits so long for its page, ms: an older one may have changed since. */
const waits = 2000

let ahead: { readonly page: string; readonly answer: Opened; readonly at: number } | undefined

/** Asks for a page, and for its script, before the album goes away: it stays to be looked at until the page is there. */
export async function openAhead(page: string): Promise<void> {
  const [answer] = await Promise.all([call('diary.open', { page }), fetchPlace('diary-page')])
  ahead = { page, answer, at: performance.now() }
}

/** What was asked for ahead of this page, once. */
export function takeAhead(page: string): Opened | undefined {
  const known = ahead
  ahead = undefined
  return known?.page === page && performance.now() - known.at < waits ? known.answer : undefined
}
