/** A word that a reading may stand for. `cost`: how rare, in nats; 0 is a word that is always meant. */
export interface Entry {
  readonly word: string
  readonly cost: number
}

export interface Dictionary {
  /** The words with exactly this reading (`ni'hao`), the commonest first. */
  wordsOf(reading: string): readonly Entry[]
  /** All readings whose syllables begin with these letters, one for each syllable: `nh` → `ni'hao`, `nian'hui` … */
  readingsOf(initials: string): readonly string[]
  isSyllable(letters: string): boolean
  /** Does a longer syllable begin with these letters? */
  isBeginning(letters: string): boolean
  /** Which words like to follow this one, and by how many nats cheaper they become; `^` stands before the first. */
  gainsAfter(word: string): ReadonlyMap<string, number> | undefined
}

/** So many lines are read at a time: a few milliseconds even on a donated PC. */
const linesAtOnce = 3000
const apostrophe = "'".charCodeAt(0)
const free = '#'.charCodeAt(0)
const isOfReading = (code: number) => (code >= 0x61 && code <= 0x7a) || code === apostrophe

/** Each word with its mark, as they stand behind a reading: `#` is 0, each next character a quarter of a nat more. */
function readEntries(line: string): readonly Entry[] {
  return [...line.matchAll(/([^\u0020-\u007e]+)([\u0023-\u007e])/gu)].map(([, word = '', mark = '#']) => ({
    word,
    cost: (mark.charCodeAt(0) - free) / 4,
  }))
}

/**
 * Reads the text that the build writes: a line for each reading, an empty line, a line for each word that tells of the next.
 * Gives way after every few milliseconds of work; words of a line are taken apart when first asked for.
 */
export function* readDictionary(text: string): Generator<undefined, Dictionary> {
  const lines = new Map<string, string>()
  const byInitials = new Map<string, string[]>()
  const syllables = new Set<string>()
  const beginnings = new Set<string>()
  const cut = text.indexOf('\n\n')
  let count = 0
  for (let from = 0; from < cut;) {
    const stop = Math.min(cut, text.indexOf('\n', from))
    let end = from
    let initials = ''
    let first = true
    for (; isOfReading(text.charCodeAt(end)); end++) {
      if (first) initials += text.charAt(end)
      first = text.charCodeAt(end) === apostrophe
    }
    const reading = text.slice(from, end)
    lines.set(reading, text.slice(end, stop))
    const others = byInitials.get(initials)
    if (others) others.push(reading)
    else byInitials.set(initials, [reading])
    if (initials.length === 1) {
      syllables.add(reading)
      for (let length = 1; length < reading.length; length++) beginnings.add(reading.slice(0, length))
    }
    from = stop + 1
    if (++count % linesAtOnce === 0) yield
  }
  const gains = new Map<string, string>()
  for (const line of text.slice(cut + 2).split('\n')) {
    const [before = '', next = ''] = line.split('\t')
    gains.set(before, next)
  }
  const read = new Map<string, readonly Entry[]>()
  const readGains = new Map<string, ReadonlyMap<string, number>>()
  return {
    wordsOf(reading) {
      const known = read.get(reading)
      if (known) return known
      const line = lines.get(reading)
      if (line === undefined) return []
      const entries = readEntries(line)
      read.set(reading, entries)
      return entries
    },
    readingsOf: (initials) => byInitials.get(initials) ?? [],
    isSyllable: (letters) => syllables.has(letters),
    isBeginning: (letters) => beginnings.has(letters),
    gainsAfter(word) {
      const known = readGains.get(word)
      if (known) return known
      const line = gains.get(word)
      if (line === undefined) return undefined
      const next = new Map(readEntries(line).map(({ word: after, cost }) => [after, cost]))
      readGains.set(word, next)
      return next
    },
  }
}

/** Reads it in one go. */
export function readWhole(text: string): Dictionary {
  const reading = readDictionary(text)
  for (;;) {
    const step = reading.next()
    if (step.done) return step.value
  }
}
