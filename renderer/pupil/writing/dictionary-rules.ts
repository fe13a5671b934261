/** A word that a reading may stand for. `cost`: how rare, in nats; 0 is a word that is always meant. */
export interface Entry {
  readonly word: string
  readonly cost: number
}

/** A reading of one or more characters. */
export interface Reading {
  /** As `wordsOf` takes it: `ni'hao`. */
  readonly key: string
  readonly syllables: readonly string[]
}

export interface Dictionary {
  /** The words with exactly this reading (`ni'hao`), the commonest first. */
  wordsOf(reading: string): readonly Entry[]
  /** All readings whose syllables begin with these letters, one for each syllable: `nh` → `ni'hao`, `nian'hui` …; those of the commonest words first. */
  readingsOf(initials: string): readonly Reading[]
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

/** Where the first mark of a line stands: no character of a word lies among the marks. */
function firstMark(line: string, from = 0): number {
  let at = from
  while (at < line.length && line.charCodeAt(at) > 0x7e) at++
  return at
}

const costAt = (line: string, at: number): number => (line.charCodeAt(at) - free) / 4

/** Each word with its mark, as they stand behind a reading: `#` is 0, each next character a quarter of a nat more. */
function readEntries(line: string): readonly Entry[] {
  const entries: Entry[] = []
  for (let from = 0; from < line.length;) {
    const at = firstMark(line, from)
    if (at > from && at < line.length) entries.push({ word: line.slice(from, at), cost: costAt(line, at) })
    from = at + 1
  }
  return entries
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
  const sorted = new Map<string, readonly Reading[]>()
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
    readingsOf(initials) {
      const known = sorted.get(initials)
      if (known) return known
      const costs = (byInitials.get(initials) ?? []).map((key) => {
        const line = lines.get(key) ?? ''
        return { key, cost: costAt(line, firstMark(line)) }
      })
      const readings = costs
        .toSorted((a, b) => a.cost - b.cost)
        .map(({ key }) => ({ key, syllables: key.split("'") }))
      sorted.set(initials, readings)
      return readings
    },
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
