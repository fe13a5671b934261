import { createHash, randomBytes } from 'node:crypto'
import { err, ok, type Result } from '#core/kernel/result.ts'

/** What one paper holds: the whole key, or one of two halves of which either alone says nothing. */
export const paperKinds = ['whole', 'first-half', 'second-half'] as const
export type PaperKind = (typeof paperKinds)[number]

/** The key of the backups as it stands on paper: 32 bytes in four lines, each with a check of its own. */
export interface Paper {
  readonly kind: PaperKind
  /** `ABCDE-FGHJK-LMNPQ` */
  readonly lines: readonly string[]
}

export type PaperProblem =
  /** Lines from 1. */
  | { readonly kind: 'line'; readonly line: number }
  | { readonly kind: 'half-missing' }
  /** Twice the same half, or papers that do not belong together. */
  | { readonly kind: 'not-a-pair' }

export const KEY_BYTES = 32
const LINES = 4
const LINE_BYTES = KEY_BYTES / LINES
/** 8 bytes and 11 bits of check are 15 characters of 5 bits: a slip of the pen stays unseen once in 2,048 times, and then opens nothing. */
const LINE_LENGTH = 15
const CHECK_BITS = 11n
/** As on the slip of the diaries (`recovery-key.ts`): nothing that looks like something else. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** The papers of a key: one, or two halves that only together give it back (one is chance, the other that added to the key). */
export function papersOf(key: Uint8Array, isSplit: boolean): readonly Paper[] {
  if (!isSplit) return [paperOf('whole', key)]
  const chance = new Uint8Array(randomBytes(KEY_BYTES))
  return [paperOf('first-half', chance), paperOf('second-half', added(key, chance))]
}

const paperOf = (kind: PaperKind, bytes: Uint8Array): Paper => ({
  kind,
  lines: Array.from({ length: LINES }, (_, at) =>
    lineOf(kind, at, bytes.subarray(at * LINE_BYTES, (at + 1) * LINE_BYTES)),
  ),
})

/** The key of these papers as somebody typed them, in any order. */
export function keyOf(typed: readonly (readonly string[])[]): Result<Uint8Array, PaperProblem> {
  const read: { kind: PaperKind; bytes: Uint8Array }[] = []
  for (const lines of typed) {
    const one = readPaper(lines)
    if (!one.ok) return one
    read.push(one.value)
  }
  const find = (kind: PaperKind) => read.find((one) => one.kind === kind)?.bytes
  const [whole, first, second] = paperKinds.map(find)
  if (whole) return ok(whole)
  if (first && second) return ok(added(first, second))
  return err({ kind: read.length > 1 ? 'not-a-pair' : 'half-missing' })
}

function readPaper(lines: readonly string[]): Result<{ kind: PaperKind; bytes: Uint8Array }, PaperProblem> {
  const plain = lines.map(plainLine)
  // As what most of its lines read, that it is: so a wrong line is named, and one that passes by chance decides nothing.
  const right = (kind: PaperKind) => plain.filter((line, at) => bytesOf(kind, at, line) !== undefined).length
  const kind = paperKinds.toSorted((one, other) => right(other) - right(one))[0] ?? 'whole'
  const bytes = new Uint8Array(KEY_BYTES)
  for (let at = 0; at < LINES; at += 1) {
    const part = bytesOf(kind, at, plain[at] ?? '')
    if (!part) return err({ kind: 'line', line: at + 1 })
    bytes.set(part, at * LINE_BYTES)
  }
  return ok({ kind, bytes })
}

/** What counts of a line as it was typed. */
const plainLine = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
function lineOf(kind: PaperKind, at: number, bytes: Uint8Array): string {
  let bits = (BigInt(`0x${Buffer.from(bytes).toString('hex')}`) << CHECK_BITS) | checkOf(kind, at, bytes)
  let line = ''
  for (let place = 0; place < LINE_LENGTH; place += 1) {
    line = ALPHABET.charAt(Number(bits & 31n)) + line
    bits >>= 5n
  }
  return `${line.slice(0, 5)}-${line.slice(5, 10)}-${line.slice(10)}`
}

function bytesOf(kind: PaperKind, at: number, line: string): Uint8Array | undefined {
  if (line.length !== LINE_LENGTH) return undefined
  let bits = 0n
  for (const character of line) {
    const value = ALPHABET.indexOf(character)
    if (value < 0) return undefined
    bits = (bits << 5n) | BigInt(value)
  }
  const hex = (bits >> CHECK_BITS).toString(16).padStart(LINE_BYTES * 2, '0')
  const bytes = new Uint8Array(Buffer.from(hex, 'hex'))
  return checkOf(kind, at, bytes) === (bits & ((1n << CHECK_BITS) - 1n)) ? bytes : undefined
}

function checkOf(kind: PaperKind, at: number, bytes: Uint8Array): bigint {
  const digest = createHash('sha256').update(`${kind}/${at}/`).update(bytes).digest()
  return BigInt(digest.readUInt16BE(0)) >> (16n - CHECK_BITS)
}

const added = (one: Uint8Array, other: Uint8Array): Uint8Array =>
  one.map((byte, at) => byte ^ (other[at] ?? 0))
