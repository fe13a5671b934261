import type { ParentHome } from '#contract/wire.ts'
import { Button, Face } from '../parts.tsx'
import { usePage, useSay } from '../use-page.ts'

const Rings = ({ home }: { readonly home: ParentHome }) => (
  <div className="ringed">
    <Face child={home.child} size="huge" />
    <i />
    <i />
  </div>
)

/** The child waits, or its call rings. One tap. */
export function Join({ home, rings }: { readonly home: ParentHome; readonly rings: boolean }) {
  const page = usePage()
  const say = useSay()
  const { given: child } = home.child
  return (
    <main className="join">
      <Rings home={home} />
      <div>
        <h1>{say(rings ? 'join.calling' : 'join.title', { child })}</h1>
        <p>{say('join.lead')}</p>
      </div>
      <div className="buttons">
        <Button look="main" icon="video-camera" onPress={() => page.join('video')}>
          {say('join.see', { child })}
        </Button>
        <Button icon="phone" onPress={() => page.join('voice')}>
          {say('join.hear')}
        </Button>
        {home.consent.messages && (
          <Button look="quiet" onPress={page.notNow}>
            {say('join.not-now', { child })}
          </Button>
        )}
      </div>
    </main>
  )
}

/** Tapped; the call is on its way. */
export function Connecting({
  home,
  isAnswered,
}: {
  readonly home: ParentHome
  readonly isAnswered: boolean
}) {
  const page = usePage()
  const say = useSay()
  const { given: child } = home.child
  return (
    <main className="join" aria-busy="true">
      <Rings home={home} />
      <div>
        <h1>{say('connecting.title', { child })}</h1>
        {!isAnswered && <p>{say('connecting.waiting', { child })}</p>}
      </div>
      <div className="buttons">
        <Button look="quiet" onPress={page.stopJoining}>
          {say('connecting.cancel')}
        </Button>
      </div>
    </main>
  )
}
