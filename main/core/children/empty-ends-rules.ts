/** Takes a file piece by piece and gives it back without the empty cells at the ends of its lines. */
export interface EndTrimmer {
  push(piece: Uint8Array): Uint8Array
  /** What was held back at the end of the file. */
  end(): Uint8Array
}

const [other, lineEnd, mark, blank, quote] = [0, 1, 2, 3, 4]
const kinds = new Uint8Array(256)
for (const code of [0x0a, 0x0d]) kinds[code] = lineEnd
for (const code of [0x09, 0x2c, 0x3b]) kinds[code] = mark
kinds[0x20] = blank
kinds[0x22] = quote

/** Inside a cell; behind a mark; behind one quotation mark there; behind two. */
const [inCell, atStart, opened, empty] = [0, 1, 2, 3]

/**
 * Cuts the empty cells (`,,,`, tabs, `""`) at the end of every line: a sheet that was saved with its used range has columns to
 * XFD and lines by the million, and forty children. Line ends stay, so that lines keep their numbers. Works on the bytes, before
 * any limit: in UTF-8 and GB18030 none of these marks is part of another character; UTF-16 is known by its mark.
 */
export function createEndTrimmer(): EndTrimmer {
  /** Bytes of a character, and which of them is the low one; known from the first two bytes. */
  let step = 0
  let low = 0
  let odd = new Uint8Array()
  /** Possibly empty cells of the pieces before. */
  let held = new Uint8Array()
  let state = atStart

  const push = (piece: Uint8Array): Uint8Array => {
    const bytes = odd.length === 0 ? piece : joined(odd, piece)
    if (step === 0 && bytes.length > 1) {
      const little = bytes[0] === 0xff && bytes[1] === 0xfe
      const big = bytes[0] === 0xfe && bytes[1] === 0xff
      step = little || big ? 2 : 1
      low = big ? 1 : 0
    }
    if (step === 0) {
      odd = bytes.slice()
      return new Uint8Array()
    }
    const whole = bytes.length - (bytes.length % step)
    odd = bytes.slice(whole)
    const out = new Uint8Array(held.length + whole)
    let length = 0
    // from here on nothing has been written out yet; behind `run` all may be empty cells
    let from = 0
    let run = state === inCell ? -1 : 0
    const write = (to: number): void => {
      if (held.length > 0) {
        out.set(held, length)
        length += held.length
        held = new Uint8Array()
      }
      out.set(bytes.subarray(from, to), length)
      length += to - from
      from = to
    }
    for (let at = 0; at < whole; at += step) {
      const wide = step === 2 && bytes[at + 1 - low] !== 0
      const kind = wide ? other : kinds[bytes[at + low] ?? 0]
      if (state === inCell) {
        if (kind === lineEnd) state = atStart
        else if (kind === mark) state = atStart
        else continue
        run = kind === mark ? at : at + step
      } else if (kind === lineEnd) {
        if (state === opened) write(at)
        else if (run >= 0) {
          if (run > from) write(run)
          held = new Uint8Array()
        }
        from = at
        run = at + step
        state = atStart
      } else if (kind === mark) state = atStart
      else if (kind === quote && state === atStart) state = opened
      else if (kind === quote && state === opened) state = empty
      else if (kind !== blank || state === opened) {
        write(at)
        run = -1
        state = inCell
      }
    }
    if (run < 0) write(whole)
    else {
      if (run > from) write(run)
      held = joined(held, bytes.subarray(Math.max(from, run), whole))
    }
    return out.subarray(0, length)
  }

  return { push, end: () => joined(state === opened ? held : new Uint8Array(), odd) }
}

/** A whole file without the empty cells at the ends of its lines. */
export function withoutEmptyEnds(bytes: Uint8Array): Uint8Array {
  const trimmer = createEndTrimmer()
  return joined(trimmer.push(bytes), trimmer.end())
}

function joined(one: Uint8Array, more: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(one.length + more.length)
  both.set(one)
  both.set(more, one.length)
  return both
}
