import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { createEventReader } from './event-name-rules.ts'

// As long as a line may be, and one more.
const [longest, tooLong] = [4089, 4090].map((length) => 'x'.repeat(length)) as [string, string]
const stream = [
  ': here\n\nevent: message\ndata: {"event: ":"no"}\neventual: no\n\n',
  `: here\n\nevent: ${longest}\ndata: {}\n\nevent: ${tooLong}\ndata: {}\n\n`,
  'event: 变了\ndata: {}\n\n',
].join('')

const everywhere = Array.from(stream, (_, n) => n)

it('hears the same events however the stream is cut, and none in a line that is too long', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(stream.length)), (cuts) => {
      const at = [0, ...cuts.toSorted((one, other) => one - other), stream.length]
      const read = createEventReader()
      const heard = at.slice(1).flatMap((end, n) => read(stream.slice(at[n], end)))
      expect(heard).toEqual(['message', longest, '变了'])
    }),
    { examples: [[everywhere]] },
  )
})

it('keeps no line that never ends', () => {
  const read = createEventReader()
  // Kept whole it would be longer than a string of V8 can be.
  const piece = 'x'.repeat(2 ** 25)
  for (let n = 0; n < 17; n += 1) expect(read(piece)).toEqual([])
  expect(read('\nevent: message\n')).toEqual(['message'])
})
