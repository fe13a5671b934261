import { useState } from 'react'
import type { FaceTile } from '#contract/children.ts'
import type { PasswordPicture } from '#contract/people.ts'
import type { Refusal } from '#contract/refusal.ts'
import { Loading } from '#ui/child/say.tsx'
import { useAnswer, useDo } from '../../api/query.tsx'
import { useWords } from '../../i18n/use-words.tsx'
import { PicturesPage } from '../pictures/pictures-page.tsx'
import { givenName } from '../pictures/given-rules.ts'
import { useSessionStore } from '../session/session.tsx'
import { ComeBackPage } from './come-back-page.tsx'
import { NotNowPage } from './not-now-page.tsx'
import { WhoPage } from './who-page.tsx'

type Step =
  | { readonly at: 'who' }
  | { readonly at: 'back'; readonly child: FaceTile }
  | { readonly at: 'pictures'; readonly child: FaceTile; readonly wrong?: Refusal; readonly tries: number }
  | { readonly at: 'not-now'; readonly child: FaceTile; readonly refusal: Refusal }

/** From nobody to a child's session: who, the three pictures where there are any, and after a power cut straight back. */
export function Arrival({ example }: { readonly example: boolean }) {
  const { t } = useWords()
  const store = useSessionStore()
  const faces = useAnswer('children.faces', undefined)
  const waiting = useAnswer('sessions.waiting', undefined, { fresh: true })
  const [step, setStep] = useState<Step>()

  const begin = useDo('sessions.begin', {
    done: (session) => store.set(session),
    refused: (refusal, input) => {
      const child = faces.value?.find(({ id }) => id === input.childId)
      if (!child) return setStep({ at: 'who' })
      if (refusal.code === 'pictures-needed') return setStep({ at: 'pictures', child, tries: 0 })
      if (input.pictures && (refusal.code === 'wrong-pictures' || refusal.waitMs !== undefined)) {
        return setStep((old) => ({
          at: 'pictures',
          child,
          wrong: refusal,
          tries: old?.at === 'pictures' ? old.tries + 1 : 1,
        }))
      }
      return setStep({ at: 'not-now', child, refusal })
    },
  })

  if (waiting.waiting || (faces.waiting && waiting.value)) {
    return (
      <div className="child">
        <span />
        <main>
          <Loading label={t('child.wait')} shape="tiles" />
        </main>
      </div>
    )
  }
  const cutOff = faces.value?.find(({ id }) => id === waiting.value?.childId)
  const now = step ?? (cutOff ? { at: 'back' as const, child: cutOff } : { at: 'who' as const })
  const toWho = () => setStep({ at: 'who' })
  switch (now.at) {
    case 'back':
      return (
        <ComeBackPage
          child={now.child}
          busy={begin.busy}
          onBack={toWho}
          onGo={() => begin.go({ childId: now.child.id })}
        />
      )
    case 'pictures':
      return (
        <PicturesPage
          key={now.child.id}
          face={now.child.face}
          given={givenName(now.child)}
          busy={begin.busy}
          wrong={now.wrong}
          tries={now.tries}
          onBack={toWho}
          onPictures={(pictures: readonly PasswordPicture[]) =>
            begin.go({ childId: now.child.id, pictures: [...pictures] })
          }
        />
      )
    case 'not-now':
      return <NotNowPage child={now.child} refusal={now.refusal} onBack={toWho} />
    case 'who':
      return (
        <WhoPage example={example} busy={begin.busy} onPick={(child) => begin.go({ childId: child.id })} />
      )
  }
}
