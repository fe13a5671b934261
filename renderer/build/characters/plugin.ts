import type { Plugin } from 'vite'
import { packName, packs, wordsName } from '#core/learning/characters/content-rules.ts'
import { missingIn } from './missing.ts'
import { characterWords } from './words.ts'
import { writtenAs } from './strokes.ts'

const folder = 'learning/characters'

/** The content files of the characters, by name: strokes in packs, words by half-year. From installed packages; half a second. */
export function characterFiles(): ReadonlyMap<string, string> {
  const strokes = packs.map((pack, at) => {
    const written = Object.fromEntries(pack.map((character) => [character, writtenAs(character)]))
    return [packName(at), JSON.stringify(written)] as const
  })
  const words = [...characterWords()].map(
    ([half, meant]) => [wordsName(half), JSON.stringify(meant)] as const,
  )
  return new Map([...strokes, ...words])
}

/** Lays the characters' content beside the pages, where `readContent` finds it; a page's script holds none of it. Nothing is built while anything is missing. */
export function characterContent(): Plugin {
  return {
    name: 'happy-home-character-content',
    apply: 'build',
    generateBundle() {
      const files = characterFiles()
      for (const { key, without } of missingIn(files)) this.error(`${key}: no ${without.join(', no ')}`)
      for (const [name, source] of files)
        this.emitFile({ type: 'asset', fileName: `${folder}/${name}`, source })
    },
  }
}
