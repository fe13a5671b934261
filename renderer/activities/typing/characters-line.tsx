import type { Part } from './use-written.ts'

/** Characters with their readings over them: written ones green, the next in sun. */
export function CharactersLine({ part, done }: { readonly part: Part; readonly done: number }) {
  return (
    <>
      {Array.from(part.text, (character, at) => (
        // A character has no name but its place.
        <ruby key={at} lang="zh-CN" className={at < done ? 'ok' : at === done ? 'now' : ''}>
          {character}
          <rt>{part.pinyin[at]}</rt>
        </ruby>
      ))}
    </>
  )
}
