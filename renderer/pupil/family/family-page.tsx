import { useEffect, useState, type ReactNode } from 'react'
import type { FamilyCard, ServerTrouble, TalkWay } from '#contract/calls.ts'
import { call as askHouse } from '../../api/house.ts'
import { useAnswer, useEvent, useKnow } from '../../api/query.tsx'
import type { CallDesk } from '../../activities/call/call-desk.ts'
import { ComingPage, RingingPage } from '../../activities/call/ringing-page.tsx'
import { deskNow } from '../../activities/call/talking.ts'
import { TalkPage, type TalkPageProps } from '../../activities/call/talk-page.tsx'
import { useWatched } from '../../activities/call/use-watched.ts'
import { others, otherWay, wayTo } from '../../activities/call/way-rules.ts'
import { isOpen } from '../../calls/call-rules.ts'
import type { Call } from '../../calls/client.ts'
import { useGo } from '../session/session.tsx'
import { MissedPage } from '../missed/missed-page.tsx'
import { KinPage } from './kin-page.tsx'
import { NobodyPage } from './nobody-page.tsx'
import { SoundCheck } from './sound-check.tsx'

const nobody: readonly FamilyCard[] = []

/** Behind the first door: the family, and the calls with them. */
export function FamilyPage() {
  const know = useKnow()
  const { value, refusal, waiting, again } = useAnswer('calls.family', undefined, { fresh: true })
  useEvent('calls.presence', (page) => know('calls.family', page))
  useEvent('messages.changed', again)
  useEffect(() => {
    void askHouse('calls.watch', { on: true })
    return () => {
      void askHouse('calls.watch', { on: false })
      deskNow.now()?.leave()
    }
  }, [])
  const cards = value?.cards ?? nobody
  const server = value?.server.at ?? 'unknown'
  const desk = useWatched(deskNow)
  if (!value && (waiting || refusal)) return <NobodyPage why={waiting ? 'waiting' : 'trouble'} />
  if (server === 'none') return <NobodyPage why="no-server" />
  if (cards.length === 0) return <NobodyPage why="no-family" />
  const away = value?.server.at === 'away' ? value.server.why : null
  const page = <Family cards={cards} away={away} desk={desk} />
  return desk ? (
    <OnTheLine desk={desk} cards={cards}>
      {page}
    </OnTheLine>
  ) : (
    page
  )
}

function Family({
  cards,
  away,
  desk,
}: {
  readonly cards: readonly FamilyCard[]
  readonly away: ServerTrouble | null
  readonly desk: CallDesk | undefined
}) {
  const go = useGo()
  const [checking, setChecking] = useState(false)
  if (checking) return <SoundCheck onDone={() => setChecking(false)} />
  return (
    <KinPage
      cards={cards}
      away={away}
      onCall={(card) => dial(desk, card)}
      onCheck={() => setChecking(true)}
      onLetters={({ contactId }) => go('messages', contactId)}
    />
  )
}

/** Whatever the desk is about stands before the family. */
function OnTheLine({
  desk,
  cards,
  children,
}: {
  readonly desk: CallDesk
  readonly cards: readonly FamilyCard[]
  readonly children: ReactNode
}) {
  const go = useGo()
  const stage = useWatched(desk.stage)
  /** As the family stands now: somebody's page may have been opened or closed since the tap. */
  const other = (contactId: string, way: TalkWay): TalkWay | null => {
    const card = cards.find((one) => one.contactId === contactId)
    return card ? otherWay(card, way) : null
  }
  switch (stage.at) {
    case 'idle':
      return children
    case 'thinking':
      return <RingingPage {...stage} thinking call={null} onHangUp={desk.hangUp} />
    case 'calling':
      return stage.call ? (
        <Calling {...stage} call={stage.call} desk={desk} other={other(stage.who.contactId, stage.way)} />
      ) : (
        <RingingPage {...stage} thinking={false} onHangUp={desk.hangUp} />
      )
    case 'coming':
      return <ComingPage caller={stage.caller} onPickUp={desk.pickUp} onDecline={desk.hangUp} />
    case 'missed':
      return (
        <MissedPage
          {...stage}
          other={other(stage.who.contactId, stage.way)}
          onSwap={desk.swap}
          others={others(cards, stage.who.contactId)}
          mayWrite={cards.some(
            ({ contactId, ways }) => contactId === stage.who.contactId && ways.includes('message'),
          )}
          onMessage={() => {
            // The call is over and done with: the child comes back to the family, not to the comfort.
            desk.back()
            go('messages', stage.who.contactId)
          }}
          onCall={(card) => dial(desk, card)}
          onBack={desk.back}
        />
      )
  }
}

function Calling({
  desk,
  call,
  ...stage
}: Pick<TalkPageProps, 'who' | 'way' | 'other'> & { readonly desk: CallDesk; readonly call: Call }) {
  const state = useWatched(call.state)
  const phone = useWatched(desk.phone)
  return isOpen(state) ? (
    <TalkPage {...stage} call={call} phone={phone} onSwap={desk.swap} onHangUp={desk.hangUp} />
  ) : (
    <RingingPage {...stage} thinking={false} call={call} onHangUp={desk.hangUp} />
  )
}

function dial(desk: CallDesk | undefined, card: FamilyCard): void {
  const way = wayTo(card)
  if (way) desk?.ring(card, way)
}
