import { useEffect, useState } from 'react'
import type { LetterBox, MessageCard, MessageKind } from '#contract/messages.ts'
import type { RefusalCode } from '#contract/refusal.ts'
import { GoButton, Pill } from '#ui/child/buttons.tsx'
import { Loading } from '#ui/child/say.tsx'
import { PostSwallow } from '#ui/drawings/post-swallow.tsx'
import { keepTalking } from '../../activities/call/talking.ts'
import { useAnswer, useEvent } from '../../api/query.tsx'
import { useWords } from '../../i18n/use-words.tsx'
import { ChildPage } from '../session/child-page.tsx'
import { useGo } from '../session/session.tsx'
import { useRaiseHand } from '../warnings/raise-hand.tsx'
import { BoxPage } from './box-page.tsx'
import { DrawPage } from './draw-page.tsx'
import { LetterFrame } from './letter-frame.tsx'
import { PlayPage } from './play-page.tsx'
import { RecordPage } from './record-page.tsx'
import { ReviewPage } from './review-page.tsx'
import { SentPage } from './sent-page.tsx'

/** Where the child is with one relative's messages. */
type Stage =
  | { readonly at: 'box' | 'drawing' | 'sent' }
  | { readonly at: 'voice' | 'video' }
  | { readonly at: 'review'; readonly draft: MessageCard; readonly cut?: RefusalCode | undefined }
  | { readonly at: 'play'; readonly ids: readonly string[] }

/** Messages between the child and one relative (C6). */
export function MessagesPage({ contactId }: { readonly contactId: string }) {
  const { t } = useWords()
  const go = useGo()
  const raise = useRaiseHand()
  const box = useAnswer('messages.box', { contactId }, { fresh: true })
  useEvent('messages.changed', box.again)
  useEvent('calls.serverState', box.again)
  useEvent('contacts.changed', box.again)
  if (box.value && !box.refusal) return <Letters box={box.value} />
  if (box.waiting)
    return (
      <ChildPage door="call">
        <main>
          <Loading label={t('child.wait')} shape="cards" />
        </main>
      </ChildPage>
    )
  return (
    <LetterFrame
      picture={<PostSwallow label={t('missed.picture')} />}
      title={t('message.not-open')}
      hint={t('message.not-open-hint')}
    >
      <GoButton label={t('message.back')} onPress={() => go('family')} />
      <div className="letterbox-row">
        <Pill picture="raising" label={t('child.raise.label')} onPress={raise} />
      </div>
    </LetterFrame>
  )
}

function Letters({ box }: { readonly box: LetterBox }) {
  const go = useGo()
  const [stage, setStage] = useState<Stage>({ at: 'box' })
  // Work in hand is never taken away by the end of the time (H5).
  const isBusy = stage.at !== 'box'
  useEffect(() => {
    keepTalking('message', isBusy)
    return () => keepTalking('message', false)
  }, [isBusy])
  const make = (kind: MessageKind) => setStage({ at: kind })
  const toBox = () => setStage({ at: 'box' })
  const review = (draft: MessageCard, cut?: RefusalCode) => setStage({ at: 'review', draft, cut })
  switch (stage.at) {
    case 'box':
      return (
        <BoxPage
          box={box}
          onMake={make}
          onReview={review}
          onPlay={(messages) => setStage({ at: 'play', ids: messages.map(({ id }) => id) })}
          onBack={() => go('family')}
        />
      )
    case 'voice':
    case 'video':
      return (
        <RecordPage
          key={stage.at}
          box={box}
          kind={stage.at}
          onTaped={review}
          onDraw={() => make('drawing')}
          onBack={toBox}
        />
      )
    case 'drawing':
      return <DrawPage box={box} onDrawn={review} onBack={toBox} />
    case 'review':
      return (
        <ReviewPage
          box={box}
          draft={stage.draft}
          cut={stage.cut}
          onSent={() => setStage({ at: 'sent' })}
          onAgain={() => make(stage.draft.kind)}
          onDropped={toBox}
          onLeave={toBox}
        />
      )
    case 'sent':
      return <SentPage box={box} onMore={toBox} onBack={() => go('family')} />
    case 'play':
      return <PlayPage box={box} ids={stage.ids} onAnswer={toBox} onBack={() => go('family')} />
  }
}
