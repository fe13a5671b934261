import './family.css'
import { useEffect, useEffectEvent, useRef } from 'react'
import type { InputOf } from '#contract/index.ts'
import { ask, call as askHouse } from '../../api/house.ts'
import { useEvent } from '../../api/query.tsx'
import { createCallDesk, type CallDesk, type DeskHouse } from '../../activities/call/call-desk.ts'
import { deskNow, keepTalking } from '../../activities/call/talking.ts'
import { ComingPage } from '../../activities/call/ringing-page.tsx'
import { useWatched } from '../../activities/call/use-watched.ts'
import { createCallClient, deviceMedia } from '../../calls/client.ts'
import type { Stage } from '../../activities/call/stage.ts'
import { createHolder } from '../../calls/observable.ts'
import { useGo } from '../session/session.tsx'

const noStage = createHolder<Stage>({ at: 'idle' })

/**
 * The desk of this child's calls, for as long as the child sits here: the telephone of the family rings on every page (C4).
 * On the family's page itself the page shows it.
 */
export function DeskKeeper({ atFamily }: { readonly atFamily: boolean }) {
  const go = useGo()
  const desk = useWatched(deskNow)
  const stage = useWatched(desk?.stage ?? noStage)
  // How was it, and would you like to talk to somebody (C11)?
  // Not twice in a turn: the desk lives as long as the child sits here.
  const hasAsked = useRef(false)
  const askAfter = useEffectEvent((callId: string) => {
    if (hasAsked.current) return
    hasAsked.current = true
    go('talk', callId)
  })
  useEvent('calls.keys', ({ callId, keys }) => desk?.press(callId, keys))
  useEffect(() => {
    const client = createCallClient({
      credentials: () => ask('calls.credentials'),
      role: 'kiosk',
      media: deviceMedia(),
    })
    const made = createCallDesk(client, house, (callId) => askAfter(callId))
    const unwatch = made.stage.watch(() => {
      const { at } = made.stage.now()
      keepTalking('call', at === 'thinking' || at === 'calling')
    })
    deskNow.set(made)
    return () => {
      deskNow.set(undefined)
      made.close()
      unwatch()
      keepTalking('call', false)
    }
  }, [])
  if (stage.at !== 'coming' || atFamily || !desk) return null
  return <Coming stage={stage} desk={desk} onPickUp={() => go('family')} />
}

/** Over whatever the child is doing, which stays as it is underneath. */
function Coming({
  stage,
  desk,
  onPickUp,
}: {
  readonly stage: Extract<Stage, { readonly at: 'coming' }>
  readonly desk: CallDesk
  readonly onPickUp: () => void
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog
      ref={dialog}
      className="call-over"
      aria-label={stage.caller.called}
      onCancel={(event) => event.preventDefault()}
    >
      <ComingPage
        caller={stage.caller}
        onPickUp={() => {
          onPickUp()
          desk.pickUp()
        }}
        onDecline={desk.hangUp}
      />
    </dialog>
  )
}

const house: DeskHouse = {
  begin: (input: InputOf<'calls.begin'>) => askHouse('calls.begin', input),
  beat: (input: InputOf<'calls.beat'>) => askHouse('calls.beat', input),
  ended: (input: InputOf<'calls.ended'>) => askHouse('calls.ended', input),
  media: (input: InputOf<'calls.media'>) => askHouse('calls.media', input),
  caller: (input: InputOf<'calls.caller'>) => askHouse('calls.caller', input),
  answer: (input: InputOf<'calls.answer'>) => askHouse('calls.answer', input),
  waiting: (input: InputOf<'calls.waiting'>) => askHouse('calls.waiting', input),
  device: (input: InputOf<'devices.news'>) => askHouse('devices.news', input),
}
