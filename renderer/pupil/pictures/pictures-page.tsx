import './pictures.css'
import { useEffect, useState } from 'react'
import { passwordPictures } from './picture-names.ts'
import type { Face as Look, PasswordPicture } from '#contract/people.ts'
import type { Refusal } from '#contract/refusal.ts'
import { Pill } from '#ui/child/buttons.tsx'
import { Face } from '#ui/child/face.tsx'
import { BigKeys, PictureSlots } from '#ui/child/password.tsx'
import { HillScene } from '#ui/child/scenes.tsx'
import { Speak, SpokenText } from '#ui/child/speak.tsx'
import { TopBar } from '#ui/child/top-bar.tsx'
import { Swallow } from '#ui/drawings/swallow.tsx'
import { useWords } from '../../i18n/use-words.tsx'
import type { WordKey } from '../../i18n/words.ts'
import { RaiseHandPill } from '../warnings/raise-hand.tsx'

export interface PicturesPageProps {
  readonly face: Look
  readonly given: string
  readonly busy: boolean
  /** What main said of the last three. */
  readonly wrong: Refusal | undefined
  /** Goes up with each wrong try. */
  readonly tries: number
  readonly onPictures: (pictures: readonly PasswordPicture[]) => void
  readonly onBack: () => void
}

/** How long three wrong pictures stay to be seen, ms. */
const seen = 900

/** The three pictures of a child (H2). A wrong try tilts once; further ones rest beside a swallow, without digits. */
export function PicturesPage({ face, given, busy, wrong, tries, onPictures, onBack }: PicturesPageProps) {
  const { t } = useWords()
  const [tapped, setTapped] = useState<readonly PasswordPicture[]>([])
  const [known, setKnown] = useState(tries)
  const [state, setState] = useState<'asking' | 'wrong' | 'resting'>('asking')
  if (tries !== known) {
    setKnown(tries)
    setState('wrong')
  }
  const rest = Math.max(0, (wrong?.waitMs ?? 0) - seen)
  useEffect(() => {
    if (state === 'asking') return undefined
    const timer = setTimeout(
      () => {
        setTapped([])
        setState(state === 'wrong' && rest > 0 ? 'resting' : 'asking')
      },
      state === 'wrong' ? seen : rest,
    )
    return () => clearTimeout(timer)
  }, [state, rest])

  const locked = busy || state !== 'asking' || tapped.length === 3
  const pick = (picture: PasswordPicture) => {
    if (locked) return
    const next = [...tapped, picture]
    setTapped(next)
    if (next.length === 3) onPictures(next)
  }
  const title =
    state === 'resting'
      ? t('pictures.rest')
      : state === 'wrong'
        ? t('pictures.wrong')
        : t('pictures.title', { name: given })

  return (
    <div className="child">
      <TopBar
        left={<Pill icon="arrow-left" weight="bold" label={t('pictures.not-me')} onPress={onBack} />}
        tools={<RaiseHandPill label={t('pictures.forgot')} />}
      />
      <main className="lockin">
        <HillScene className="lockin-me">
          <Face face={face} size={168} />
          <h1 aria-live="polite">
            <SpokenText>{title}</SpokenText>
          </h1>
          {state === 'resting' ? (
            <svg className="resting-swallow" viewBox="-70 -40 140 92" aria-hidden="true">
              <path
                d="M-70 44Q0 56 70 44"
                fill="none"
                stroke="#6f5a49"
                strokeWidth="4"
                strokeLinecap="round"
              />
              <Swallow y={10} scale={1.1} />
            </svg>
          ) : (
            <PictureSlots
              filled={tapped}
              wrong={state === 'wrong'}
              label={t(`pictures.slots.${tapped.length}` as WordKey)}
            />
          )}
          <div className="lockin-acts">
            <Speak text={title} label={t('child.read', { text: title })} />
            <Pill
              icon="arrow-u-up-left"
              weight="bold"
              label={t('pictures.again')}
              disabled={tapped.length === 0 || locked}
              onPress={() => setTapped([])}
            />
          </div>
        </HillScene>
        <BigKeys
          label={t('pictures.keys')}
          keys={passwordPictures.map((name) => ({ name, label: t(`pictures.name.${name}`) }))}
          disabled={state === 'resting'}
          onPick={(name) => pick(name as PasswordPicture)}
        />
      </main>
    </div>
  )
}
