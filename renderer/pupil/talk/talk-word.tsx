import type { TalkWish } from '#contract/talks.ts'
import { talkSteps } from '#contract/feelings.ts'
import { Pill } from '#ui/child/buttons.tsx'
import { SpokenText } from '#ui/child/speak.tsx'
import { Picture } from '#ui/picture.tsx'
import type { PictureName } from '#ui/sprite/names.ts'
import { useWords } from '../../i18n/use-words.tsx'
import type { Say } from '../../i18n/words.ts'

export interface TalkWordProps {
  readonly wish: TalkWish | null
  /** How the one at home is called whom the child chose to tell. */
  readonly home: string | null
  /** The room offers nobody. */
  readonly nobody: boolean
  readonly trouble: boolean
  readonly onTakeBack: (wishId: string) => void
}

/** What became of the wish, in two lines: told, received, or what else is possible. */
export function TalkWord({ wish, home, nobody, trouble, onTakeBack }: TalkWordProps) {
  const { t } = useWords()
  if (trouble) return <Word picture="raising" title={t('talk.trouble')} hint={t('talk.trouble-hint')} />
  if (home !== null)
    return (
      <Word
        picture="house-garden"
        title={t('talk.home', { called: home })}
        hint={t('talk.home-hint', { called: home })}
      />
    )
  if (wish) {
    const { title, hint } = wordsOf(t, wish)
    return (
      <>
        <Word picture={wish.state === 'received' ? 'letter' : 'wave'} title={title} hint={hint} />
        <Steps wish={wish} />
        {wish.state === 'sent' && (
          <Pill
            look="ghost"
            icon="x"
            weight="bold"
            label={t('talk.take-back')}
            onPress={() => onTakeBack(wish.id)}
          />
        )}
      </>
    )
  }
  if (nobody) return <Word picture="raising" title={t('talk.nobody')} hint={t('talk.nobody-hint')} />
  return <Word picture="locked" title={t('talk.private')} hint={t('talk.private-hint')} />
}

/** Heard comes before how far it went: somebody knows. */
function wordsOf(t: Say, { state, step, adultName, heardBy, toldToo, toldNext }: TalkWish) {
  const and = t('kin.and')
  const [name, too] = [heardBy ?? adultName, toldToo.join(and)]
  if (state === 'received') {
    const isLate = step !== 'chosen' && too !== '' && heardBy === adultName
    const title = isLate ? t('talk.heard-late', { name, too }) : t('talk.received', { name })
    return { title, hint: t(step === 'help-line' ? 'talk.at-hint.help-line' : 'talk.received-hint') }
  }
  // What comes next is said before it comes: nobody hears of it behind the child's back.
  if (step === 'chosen')
    return {
      title: t('talk.sent', { name }),
      hint: toldNext.length > 0 ? t('talk.sent-next', { too: toldNext.join(and) }) : t('talk.sent-hint'),
    }
  return { title: t(`talk.at.${step}`, { name, too }), hint: t(`talk.at-hint.${step}`) }
}

const stepPictures = { chosen: 'teacher', coordinator: 'houses', 'help-line': 'telephone' } as const

/** How far the wish has come, for who cannot read. */
function Steps({ wish }: { readonly wish: TalkWish }) {
  const { t } = useWords()
  const reached = talkSteps.indexOf(wish.step)
  // Nobody coordinates but the one who was chosen: there is no such step.
  const steps = talkSteps.filter((step) => step !== 'coordinator' || reached === 0 || wish.toldToo.length > 0)
  return (
    <ol className="talk-steps" aria-label={t('talk.steps.label')}>
      {steps.map((step) => {
        const isOn = talkSteps.indexOf(step) <= reached
        return (
          <li
            key={step}
            className={isOn ? 'is-on' : undefined}
            aria-current={step === wish.step ? 'step' : undefined}
          >
            <Picture name={stepPictures[step]} />
            <span className="quiet">{t(`talk.steps.${step}`)}</span>
          </li>
        )
      })}
    </ol>
  )
}

const Word = ({
  picture,
  title,
  hint,
}: {
  readonly picture: PictureName
  readonly title: string
  readonly hint: string
}) => (
  <p className="got" role="status">
    <Picture name={picture} />
    <span>
      <b>
        <SpokenText pinyin={false}>{title}</SpokenText>
      </b>
      <span className="soft">{hint}</span>
    </span>
  </p>
)
