import { useState } from 'react'
import { Button, Icon, Scene } from '../parts.tsx'
import { usePage, useSay, useWatched } from '../use-page.ts'
import type { Trouble } from '../view-rules.ts'

/** What is so, what to do, and one button. */
export function TroubleScreen({ what }: { readonly what: Trouble }) {
  const page = usePage()
  const say = useSay()
  const { door, isWeChat } = useWatched(page.state)
  const child = door.at === 'paired' ? door.home.child.given : ''
  return (
    <main>
      <Scene />
      <section className="card after-scene">
        <span className="sign">
          <Icon name={what === 'offline' || what === 'server' ? 'wifi-slash' : 'warning-circle'} />
        </span>
        <h1>{say(`trouble.${what}.title`, { child })}</h1>
        <p>{say(`trouble.${what}.lead`, { child })}</p>
        {what === 'wrong-browser' && isWeChat && (
          <p className="note">{say('trouble.wrong-browser.wechat')}</p>
        )}
      </section>
      <Way what={what} />
    </main>
  )
}

function Way({ what }: { readonly what: Trouble }) {
  const page = usePage()
  const say = useSay()
  switch (what) {
    case 'wrong-browser':
      return <CopyLink />
    case 'offline':
    case 'server':
    case 'too-many':
      return (
        <Button look="main" icon="arrow-clockwise" onPress={page.retry}>
          {say('trouble.retry')}
        </Button>
      )
    case 'no-camera':
    case 'camera-refused':
    case 'camera-busy':
    case 'no-microphone':
    case 'microphone-refused':
    case 'microphone-busy':
      return (
        <Button look="main" onPress={page.dismissProblem}>
          {say('trouble.ok')}
        </Button>
      )
    case 'used':
    case 'expired':
    case 'revoked':
    case 'unknown':
    case 'stranger':
      return null
  }
}

function CopyLink() {
  const say = useSay()
  const [isCopied, setCopied] = useState(false)
  return (
    <>
      <Button look="main" icon="copy" onPress={() => setCopied(copy(location.href))}>
        {say(isCopied ? 'trouble.wrong-browser.copied' : 'trouble.wrong-browser.copy')}
      </Button>
      {/* Where copying is refused too, a long press on the words does it. */}
      <p className="address">{location.href}</p>
    </>
  )
}

/** The old way: the clipboard of today's browsers is missing exactly where this screen is shown. */
function copy(text: string): boolean {
  const field = document.createElement('textarea')
  field.value = text
  field.className = 'copied'
  document.body.append(field)
  field.select()
  const worked = document.execCommand('copy')
  field.remove()
  return worked
}
