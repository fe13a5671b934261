import type { ParentHome } from '#contract/wire.ts'
import type { CallState } from '../../calls/call-rules.ts'
import { Button, Face, Scene } from '../parts.tsx'
import { usePage, useSay } from '../use-page.ts'
import { minutesOf } from '../view-rules.ts'

/** After a call: how it was in one line, and the way to say more. */
export function Ended({
  home,
  state,
}: {
  readonly home: ParentHome
  readonly state: CallState & { at: 'over' }
}) {
  const page = usePage()
  const say = useSay()
  const { given: child } = home.child
  const minutes = minutesOf(state.lengthMs)
  const isLost = state.reason === 'link-lost' || state.reason === 'failed' || state.reason === 'no-line'
  const isMissed = state.lengthMs === 0 && !isLost
  const told = isLost
    ? say('ended.lost', { child })
    : isMissed
      ? say('ended.missed', { child })
      : minutes === null
        ? say('ended.short', { child })
        : say('ended.length', { child, minutes })
  return (
    <main>
      <Scene />
      <section className="card after-scene with-face">
        <span className="on-top">
          <Face child={home.child} size="large" />
        </span>
        <h1>
          {say(isLost ? 'ended.lost-title' : isMissed ? 'ended.missed-title' : 'ended.title', { child })}
        </h1>
        <p>{told}</p>
      </section>
      <Button look="main" onPress={page.leaveEnd}>
        {say('ended.back')}
      </Button>
      {home.consent.messages && (
        <Button icon="microphone" onPress={page.openRecorder}>
          {say('ended.say', { child })}
        </Button>
      )}
    </main>
  )
}
