import type { TalkWish } from '#contract/talks.ts'
import { Pill } from '#ui/child/buttons.tsx'
import { SpokenText } from '#ui/child/speak.tsx'
import { Picture } from '#ui/picture.tsx'
import type { PictureName } from '#ui/sprite/names.ts'
import { useWords } from '../../i18n/use-words.tsx'

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
    const title = t(`talk.${wish.state}`, { name: wish.adultName })
    return (
      <>
        <Word
          picture={wish.state === 'received' ? 'letter' : 'wave'}
          title={title}
          hint={t(`talk.${wish.state}-hint`)}
        />
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
