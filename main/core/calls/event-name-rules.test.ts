import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { createEventReader } from './event-name-rules.ts'

const stream = ': here\n\nevent: message\ndata: {"event: ":"no"}\n\n: here\n\nevent: 变了\ndata: {}\n\n'

it('hears the same events however the stream is cut', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(stream.length)), (cuts) => {
      const at = [0, ...cuts.toSorted((one, other) => one - other), stream.length]
      const read = createEventReader()
      const heard = at.slice(1).flatMap((end, n) => read(stream.slice(at[n], end)))
      expect(heard).toEqual(['message', '变了'])
    }),
  )
})

it('keeps no line that never ends', () => {
  const read = createEventReader()
  for (let n = 0; n < 100; n += 1) expect(read('x'.repeat(1000))).toEqual([])
  expect(read('\nevent: message\n')).toEqual(['message'])
})
