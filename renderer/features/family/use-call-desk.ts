import type { InputOf } from '#contract/index.ts'
import { useEffect, useEffectEvent, useState } from 'react'
import { ask, call as askHouse } from '../../api/house.ts'
import { createCallDesk, type CallDesk, type DeskHouse } from '../../activities/call/call-desk.ts'
import { talking } from '../../activities/call/talking.ts'
import { createCallClient, deviceMedia } from '../../calls/client.ts'
import { useGo } from '../session/session.tsx'

/** The desk of this child's calls while the page is open; undefined while `on` is false. */
export function useCallDesk(on: boolean): CallDesk | undefined {
  const go = useGo()
  const [desk, setDesk] = useState<CallDesk>()
  // How was it, and would you like to talk to somebody (C11)?
  const askAfter = useEffectEvent((callId: string) => go('talk', callId))
  useEffect(() => {
    if (!on) return undefined
    const client = createCallClient({
      credentials: () => ask('calls.credentials'),
      role: 'kiosk',
      media: deviceMedia(),
    })
    const house = {
      begin: (input: InputOf<'calls.begin'>) => askHouse('calls.begin', input),
      beat: (input: InputOf<'calls.beat'>) => askHouse('calls.beat', input),
      ended: (input: InputOf<'calls.ended'>) => askHouse('calls.ended', input),
      media: (input: InputOf<'calls.media'>) => askHouse('calls.media', input),
      caller: (input: InputOf<'calls.caller'>) => askHouse('calls.caller', input),
      answer: (input: InputOf<'calls.answer'>) => askHouse('calls.answer', input),
      waiting: (input: InputOf<'calls.waiting'>) => askHouse('calls.waiting', input),
    } satisfies DeskHouse
    const made = createCallDesk(client, house, (callId) => askAfter(callId))
    const unwatch = made.stage.watch(() => {
      const { at } = made.stage.now()
      talking.set(at === 'thinking' || at === 'calling')
    })
    // It opens a socket, so it cannot be made while rendering.
    // oxlint-disable-next-line react/set-state-in-effect
    setDesk(made)
    return () => {
      made.close()
      unwatch()
      talking.set(false)
      setDesk(undefined)
    }
  }, [on])
  return desk
}
