import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createEndTrimmer, withoutEmptyEnds } from './empty-ends-rules.ts'
import { encoders, utf8 } from './import-encodings.fixture.ts'

const trimmed = (text: string) => new TextDecoder().decode(withoutEmptyEnds(utf8(text)))

describe('empty cells at the ends of lines', () => {
  it.each([
    ['姓名,班级,,,\n林,2.1,,,\n,,,\n,,,\n', '姓名,班级\n林,2.1\n\n\n'],
    ['姓名\t班级\t\t\r\n林\t2.1\t\t\r\n\t\t', '姓名\t班级\r\n林\t2.1\r\n'],
    ['a;"";"" ; ;\nb', 'a\nb'],
    ['"","",""\n"a",""\n', '\n"a"\n'],
    ['a,,b,,\n', 'a,,b\n'],
    ['a,"b, ""c""",\n', 'a,"b, ""c"""\n'],
    ['a,"\nb",,\n', 'a,"\nb"\n'],
    ['a,"', 'a,"'],
    [' a , \n', ' a \n'],
  ])('%j becomes %j', (text, expected) => expect(trimmed(text)).toBe(expected))

  it('go in every encoding, in pieces of any length, and nothing else goes', () => {
    const cell = fc.constantFrom('', '林', 'a b', '"x"', '𠮷', ' ', '""', '1')
    const table = fc.array(fc.array(cell, { maxLength: 6 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(...Object.values(encoders)),
        fc.constantFrom(',', '\t', ';'),
        fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 20 }),
        (rows, encode, mark, sizes) => {
          const lines = rows.map((row) => row.join(mark))
          const bytes = encode(`名${lines.join('\n')}\n`)
          const trimmer = createEndTrimmer()
          const pieces: Uint8Array[] = []
          let at = 0
          for (const size of [...sizes, bytes.length]) {
            pieces.push(trimmer.push(bytes.subarray(at, at + size)))
            at += size
          }
          const got = Buffer.concat([...pieces, trimmer.end()])
          const short = `名${lines.join('\n')}\n`
            .split('\n')
            .map((line) => ends(line, mark))
            .join('\n')
          expect(got).toEqual(Buffer.from(encode(short)))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('are 80 MB of a sheet with all its columns, and take a second or two', () => {
    const wide = utf8(`林小雨,二(1)班${','.repeat(16_382)}\n`)
    const file = new Uint8Array(wide.length * 5000)
    for (let at = 0; at < 5000; at += 1) file.set(wide, at * wide.length)
    expect(withoutEmptyEnds(file)).toHaveLength(5000 * utf8('林小雨,二(1)班\n').length)
  })
})

/** The same, by another way: cells from the end as long as they are empty. */
function ends(line: string, mark: string): string {
  const cells = line.split(mark)
  while (cells.length > 0 && ['', ' ', '""'].includes(cells.at(-1) ?? '')) cells.pop()
  return cells.join(mark)
}
