const han = /\p{Script=Han}/u

/** Cuts a text into what is lit or given pinyin at a time: one Chinese character, or a run of anything else up to a space. */
export function segments(text: string): readonly string[] {
  const parts: string[] = []
  let run = ''
  const end = () => {
    if (run) parts.push(run)
    run = ''
  }
  for (const character of text) {
    if (han.test(character)) {
      end()
      parts.push(character)
    } else {
      run += character
      if (/\s/u.test(character)) end()
    }
  }
  end()
  return parts
}

/** Which segment the given index of a text (UTF-16 units, as speech reports it) lies in; the last one beyond the end. */
export function segmentAt(parts: readonly string[], index: number): number {
  let end = 0
  for (const [at, part] of parts.entries()) {
    end += part.length
    if (index < end) return at
  }
  return parts.length - 1
}

/** Which part is said after that share (0 to 1) of the whole time. */
export function partAt(lengths: readonly number[], share: number): number {
  const whole = lengths.reduce((sum, length) => sum + length, 0)
  let end = 0
  for (const [at, length] of lengths.entries()) {
    end += length
    if (share * whole < end) return at
  }
  return lengths.length - 1
}
