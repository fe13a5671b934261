import { Button, Scene } from '../parts.tsx'
import { usePage, useSay } from '../use-page.ts'

export function Looking({ isPairing }: { readonly isPairing: boolean }) {
  const say = useSay()
  return (
    <main className="centre" aria-busy="true">
      <p className="soft">{say(isPairing ? 'pairing' : 'looking')}</p>
    </main>
  )
}

/** Before the tap that spends the link. */
export function Invited() {
  const page = usePage()
  const say = useSay()
  return (
    <main>
      <Scene />
      <section className="card after-scene">
        <h1>{say('invited.title')}</h1>
        <p>{say('invited.lead')}</p>
      </section>
      <Button look="main" icon="video-camera" onPress={page.enter}>
        {say('invited.go')}
      </Button>
      <p className="soft small">{say('invited.once')}</p>
    </main>
  )
}
