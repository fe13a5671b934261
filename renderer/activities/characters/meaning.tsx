import type { CharacterMeaning } from '#core/learning/characters/content-rules.ts'
import { Speak } from '#ui/child/speak.tsx'
import { useWords } from '../../i18n/use-words.tsx'

/** A picture that came with the content: an SVG file as an image, which can run nothing. */
export function Drawing({ drawing }: { readonly drawing: string }) {
  return (
    <img className="drawn" src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawing)}`} alt="" />
  )
}

/** A word with the reading over each character, its picture and its speaker. */
export function WordCard({ meaning }: { readonly meaning: CharacterMeaning }) {
  const { t } = useWords()
  const first = meaning.word
  if (!first) return null
  return (
    <p className="word-card">
      {meaning.drawing && <Drawing drawing={meaning.drawing} />}
      <b>
        {Array.from(first.word).map((character, at) => (
          <ruby key={`${at}${character}`}>
            {character}
            <rt>{first.pinyin[at]}</rt>
          </ruby>
        ))}
      </b>
      <Speak plain text={first.word} label={t('child.read', { text: first.word })} />
    </p>
  )
}
