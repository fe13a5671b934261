import { type Result, err, ok } from '#core/kernel/result.ts'
import { withoutEmptyEnds } from './empty-ends-rules.ts'

/** Most bytes of a class list, empty cells at the ends of its lines not counted. A school's list has some kilobytes. */
export const LARGEST_FILE = 50 * 1024 * 1024
/** Most lines: no school of ours has 5,000 children. */
export const MOST_LINES = 5000
/** Longest line in UTF-16 units, marks between cells not counted; a longer one is no table of children. */
const LONGEST_LINE = 10_000

/** Why a file cannot be read at all; words: `import.file.<code>`. */
export type FileProblem =
  | 'file-empty'
  | 'file-too-large'
  | 'file-is-xlsx'
  | 'file-is-xls'
  | 'file-is-picture'
  | 'file-is-no-table'
  | 'file-encoding-unknown'
  | 'too-many-lines'
  | 'header-missing'
  | 'class-column-missing'

export type Encoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'GB18030'

export interface DecodedText {
  /** Without its mark, lines ended by \n. */
  readonly text: string
  readonly encoding: Encoding
}

// First bytes of what people send by mistake. A saved-as table is a zip (XLSX) or an OLE file (XLS, old WPS).
const kinds: readonly (readonly [readonly number[], FileProblem])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'file-is-xlsx'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'file-is-xls'],
  [[0x89, 0x50, 0x4e, 0x47], 'file-is-picture'],
  [[0xff, 0xd8, 0xff], 'file-is-picture'],
  [[0x47, 0x49, 0x46, 0x38], 'file-is-picture'],
  [[0x25, 0x50, 0x44, 0x46], 'file-is-no-table'],
]

const marks: readonly (readonly [readonly number[], Encoding])[] = [
  [[0xef, 0xbb, 0xbf], 'UTF-8'],
  [[0xff, 0xfe], 'UTF-16LE'],
  [[0xfe, 0xff], 'UTF-16BE'],
]

/** The text of a file as Excel, WPS or an editor saved it: UTF-8, UTF-16 with its mark, else GB18030 (GBK and GB2312 within). */
export function decodeList(file: Uint8Array): Result<DecodedText, FileProblem> {
  const bytes = withoutEmptyEnds(file)
  if (bytes.length > LARGEST_FILE) return err('file-too-large')
  const kind = kinds.find(([start]) => startsWith(bytes, start))
  if (kind) return err(kind[1])
  const mark = marks.find(([start]) => startsWith(bytes, start))
  const encodings: readonly Encoding[] = mark ? [mark[1]] : (unmarked(bytes) ?? ['UTF-8', 'GB18030'])
  for (const encoding of encodings) {
    const text = decoded(bytes, encoding)
    if (text !== null) return checkedText(text.replace(/\r\n?/g, '\n'), encoding)
  }
  return err(bytes.includes(0) ? 'file-is-no-table' : 'file-encoding-unknown')
}

/** UTF-16 that was written without its mark: commas, digits and line ends have a zero on one side, 一 (4E00) on the other. */
function unmarked(bytes: Uint8Array): readonly Encoding[] | null {
  if (bytes.length % 2 !== 0 || !bytes.includes(0)) return null
  const zeros = [0, 0]
  for (const [at, byte] of bytes.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (Math.max(even, odd) < 2 * Math.min(even, odd)) return null
  return [even > odd ? 'UTF-16BE' : 'UTF-16LE']
}

function checkedText(text: string, encoding: Encoding): Result<DecodedText, FileProblem> {
  if (text.trim() === '') return err(text.includes('\0') ? 'file-is-no-table' : 'file-empty')
  // a table has no control characters but tab and line end; a binary file that happens to decode has
  // oxlint-disable-next-line no-control-regex
  if (/[\0-\u0008\u000e-\u0019\u001c-\u001f]/.test(text)) return err('file-is-no-table')
  let lines = 0
  for (let from = 0; from < text.length;) {
    const end = text.indexOf('\n', from)
    const next = end === -1 ? text.length : end
    if (next - from > LONGEST_LINE && text.slice(from, next).replace(/[,;\t"]/g, '').length > LONGEST_LINE)
      return err('file-is-no-table')
    // the heading is not a child, and a file may hold titles, remarks and blank lines
    if (/[^\s,;"]/.test(text.slice(from, next))) lines += 1
    if (lines > MOST_LINES * 2) return err('too-many-lines')
    from = next + 1
  }
  return ok({ text, encoding })
}

function decoded(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding.toLowerCase(), { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte)
}
