// Made by renderer/build/pinyin from packages and our own sentences.
declare module 'pinyin-dictionary:' {
  /** Readings with their words, an empty line, words with what follows them. */
  const text: string
  export default text
}
