import { useEffect, useState } from 'react'
import { ask, call as askHouse } from '../../api/house.ts'
import { createCallDesk, type CallDesk } from '../../activities/call/call-desk.ts'
import { talking } from '../../activities/call/talking.ts'
import { createCallClient, deviceMedia } from '../../calls/client.ts'

/** The desk of this child's calls while the page is open; undefined while `on` is false. */
export function useCallDesk(on: boolean): CallDesk | undefined {
  const [desk, setDesk] = useState<CallDesk>()
  useEffect(() => {
    if (!on) return undefined
    const client = createCallClient({
      credentials: () => ask('calls.credentials'),
      role: 'kiosk',
      media: deviceMedia(),
    })
    const made = createCallDesk(client, {
      begin: (input) => askHouse('calls.begin', input),
      beat: (input) => askHouse('calls.beat', input),
      ended: (input) => askHouse('calls.ended', input),
      media: (input) => askHouse('calls.media', input),
      caller: (input) => askHouse('calls.caller', input),
      answer: (input) => askHouse('calls.answer', input),
      waiting: (input) => askHouse('calls.waiting', input),
    })
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
