import { segments } from '#ui/segments.ts'
import { useSpoken } from '#ui/speech.ts'
import type { Part } from './use-written.ts'

interface CharactersLineProps {
  readonly part: Part
  readonly done: number
  /** What is read where the line is one of several: its characters light up when it is their turn. */
  readonly spokenAs?: string
}

/** Characters with their readings over them: written ones green, the next in sun. */
export function CharactersLine({ part, done, spokenAs = part.text }: CharactersLineProps) {
  const spoken = useSpoken(spokenAs)
  const before = segments(spokenAs.slice(0, Math.max(0, spokenAs.indexOf(part.text)))).length
  return (
    <>
      {Array.from(part.text, (character, at) => (
        // A character has no name but its place.
        <ruby
          key={at}
          lang="zh-CN"
          className={[
            at < done ? 'ok' : at === done ? 'now' : '',
            spoken !== undefined && before + at <= spoken ? 'lit' : '',
          ]
            .join(' ')
            .trim()}
        >
          {character}
          <rt>{part.pinyin[at]}</rt>
        </ruby>
      ))}
    </>
  )
}
