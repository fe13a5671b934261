import '../missed/missed.css'
import type { LetterBox, MessageCard, MessageKind } from '#contract/messages.ts'
import { Pill } from '#ui/child/buttons.tsx'
import { KinPhoto } from '#ui/child/kin-card.tsx'
import { Lantern } from '#ui/drawings/lantern.tsx'
import { Icon } from '#ui/icon.tsx'
import { Picture } from '#ui/picture.tsx'
import type { PictureName } from '#ui/sprite/names.ts'
import { useWords } from '../../i18n/use-words.tsx'
import { ownLine, sorted } from './box-rules.ts'
import { LetterFrame } from './letter-frame.tsx'

const kinds = [
  { kind: 'voice', picture: 'microphone' },
  { kind: 'video', picture: 'camera' },
  { kind: 'drawing', picture: 'palette' },
] as const satisfies readonly { kind: MessageKind; picture: PictureName }[]

export interface BoxPageProps {
  readonly box: LetterBox
  readonly onMake: (kind: MessageKind) => void
  /** Looks at one that was not sent, or waits and may still be taken back. */
  readonly onReview: (own: MessageCard) => void
  readonly onPlay: (messages: readonly MessageCard[]) => void
  readonly onBack: () => void
}

/** One relative's letterbox: what came, what can be made, how the child's own stand. */
export function BoxPage({ box, onMake, onReview, onPlay, onBack }: BoxPageProps) {
  const { t } = useWords()
  const { called, away } = box
  const { fresh, older, draft, waiting, arrived } = sorted(box)
  const own = ownLine({ waiting, arrived })
  const last = waiting.at(-1)
  const ownHint =
    own === 'arrived' || own === 'was-seen'
      ? t(`message.${own}-hint`, { called })
      : t('message.waiting-hint', { many: waiting.length })
  const isNew = fresh.length > 0
  const title = t(isNew ? 'message.new-title' : 'message.title', { called })
  const opens = t('message.open', { called })
  return (
    <LetterFrame
      picture={<KinPhoto person={box} />}
      title={title}
      hint={isNew ? t('message.new-lead') : t(away ? 'message.lead-away' : 'message.lead', { called })}
      offers={[...(isNew ? [opens] : []), ...kinds.map(({ kind }) => t(`message.${kind}`))]}
    >
      {isNew && (
        <button type="button" className="way main" onClick={() => onPlay(fresh)}>
          <Lantern />
          <Words
            title={opens}
            hint={fresh.length === 1 ? t('message.open-one') : t('message.open-many', { many: fresh.length })}
          />
          <Icon name="play" weight="fill" />
        </button>
      )}
      <ul className="letter-kinds">
        {kinds.map(({ kind, picture }) => (
          <li key={kind} className={!isNew && kind === 'voice' ? 'is-main' : undefined}>
            <button type="button" onClick={() => onMake(kind)}>
              <Picture name={picture} />
              <span>{t(`message.${kind}`)}</span>
            </button>
          </li>
        ))}
      </ul>
      {draft && (
        <button type="button" className="way" onClick={() => onReview(draft)}>
          <Picture name="writing" />
          <Words title={t('message.draft')} hint={t('message.draft-hint')} />
          <Icon name="caret-right" weight="bold" />
        </button>
      )}
      {own && last && (
        <button type="button" className="way" onClick={() => onReview(last)}>
          <Picture name="letter" />
          <Words title={t(`message.${own}`, { called })} hint={ownHint} />
          <Icon name="caret-right" weight="bold" />
        </button>
      )}
      {own && !last && (
        <p className="way is-said" role="status">
          <Picture name="letter" />
          <Words title={t(`message.${own}`, { called })} hint={ownHint} />
          <span />
        </p>
      )}
      <div className="letterbox-row letterbox-foot">
        {older.length > 0 && <Pill icon="play" label={t('message.older')} onPress={() => onPlay(older)} />}
        <Pill picture="house-garden" label={t('message.back')} onPress={onBack} />
      </div>
    </LetterFrame>
  )
}

const Words = ({ title, hint }: { readonly title: string; readonly hint: string }) => (
  <span>
    <b>{title}</b>
    <span className="soft">{hint}</span>
  </span>
)
