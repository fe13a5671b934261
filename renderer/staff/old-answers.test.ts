import { QueryObserver } from '@tanstack/react-query'
import { afterEach, expect, it, vi } from 'vitest'
import { otherSide } from '../api/other-side.fixture.ts'
import { createClient, questionOf } from '../api/query.tsx'
import { forgetWhatIsOld } from './old-answers.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

it('does not find again as it was what changed while another page of staff was shown', async () => {
  const main = otherSide()
  vi.stubGlobal('window', { house: main.bridge })
  const client = createClient()
  forgetWhatIsOld(client)
  const page = new QueryObserver(client, questionOf('children.list', undefined))
  const shown = () => expect.poll(() => page.getCurrentResult().data as unknown)
  const leave = page.subscribe(() => undefined)
  await shown().toBe(1)
  leave()
  main.say('children.changed', null)
  const leaveAgain = page.subscribe(() => undefined)
  await shown().toBe(2)
  leaveAgain()
  client.clear()
})
