import { plainCell } from '../children/plain-cell-rules.ts'
import { MOST_PHONES, normalPhone } from './phone-rules.ts'
import { relationIn } from './relation-rules.ts'

/** What a cell of telephone numbers holds. All of its words and digits are in one of these. */
export interface PhoneCell {
  /** E.164, each once, at most three. */
  readonly phones: readonly string[]
  /** By number: the relation that stands beside it, as the room writes it. */
  readonly said: ReadonlyMap<string, string>
  /** What stands there that can not be dialled, or is one number too many. */
  readonly unread: readonly string[]
  /** Words beside numbers that are no relation. */
  readonly notes: readonly string[]
}

interface Found {
  readonly phone: string
  relation: string | undefined
}

/** Says what the number is, and nothing of whose it is. */
const idle = /^(?:联系)?(?:电话|手机|号码|电话号码|手机号码?|座机|tel|phone|mobile|号)$/iu

/**
 * Reads a cell: one number or several, however parted (138 0000 0001 13900000001; 13800000001/13900000001; one below the
 * other), with words beside them (妈妈13800000001, 13800000001（妈）). An extension makes a number none.
 */
export function phonesFrom(typed: string): PhoneCell {
  const whole = normalPhone(typed)
  if (whole !== null) return { phones: [whole], said: new Map(), unread: [], notes: [] }
  const parts = plainCell(typed)
    .split(/[,、;。|\n]|\/(?=\s*[^\s\d]*\s*[+\d])/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const read = parts.map((part) => partFrom(part))
  const said = new Map<string, string>()
  for (const { phone, relation } of read.flatMap(({ found }) => found))
    if (relation !== undefined && !said.has(phone)) said.set(phone, relation)
  const all = [...new Set(read.flatMap(({ found }) => found.map(({ phone }) => phone)))]
  return {
    phones: all.slice(0, MOST_PHONES),
    said,
    unread: [...read.flatMap(({ unread }) => unread), ...all.slice(MOST_PHONES)],
    notes: read.flatMap(({ notes }) => notes),
  }
}

function partFrom(part: string): {
  found: readonly Found[]
  unread: readonly string[]
  notes: readonly string[]
} {
  const nothing = { found: [], unread: [part], notes: [] }
  if (/(?:转|分机|ext)[^\d]{0,3}\d/iu.test(part)) return nothing
  const pieces =
    part.replace(/转(?:接|交|给)?(?=\D)/gu, ' ').match(/[(+]*\d[\d\s()\p{Pd}.·_]*|[^\d(+]+|[(+]+/gu) ?? []
  // 妈妈138… 爸爸139… or 138…妈妈 139…爸爸: what comes first says which
  const before =
    pieces.map((piece) => (/\d/.test(piece) ? 'number' : relationIn(piece))).find(Boolean) !== 'number'
  const found: Found[] = []
  const unread: string[] = []
  const notes: string[] = []
  let waiting: string | undefined
  let last = 0
  const giveLast = (relation: string): void => {
    if (last >= found.length || found[last]?.relation !== undefined) notes.push(relation)
    else for (const each of found.slice(last)) each.relation = relation
  }
  for (const piece of pieces) {
    if (/\d/.test(piece)) {
      const { phones, rest } = numbersIn(piece)
      unread.push(...rest)
      if (phones.length === 0) continue
      last = found.length
      found.push(...phones.map((phone) => ({ phone, relation: waiting })))
      waiting = undefined
      continue
    }
    const word = piece.replace(/^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu, '')
    const relation = relationIn(word)
    if (relation === undefined) notes.push(...(word === '' || idle.test(word) ? [] : [word]))
    else if (!before) giveLast(relation)
    else {
      if (waiting !== undefined) notes.push(waiting)
      waiting = relation
    }
  }
  if (waiting !== undefined) giveLast(waiting)
  return found.length === 0 ? nothing : { found, unread, notes }
}

/** The numbers in a run of digits, blanks and hyphens: the longest that can be dialled first. */
function numbersIn(run: string): { readonly phones: readonly string[]; readonly rest: readonly string[] } {
  const whole = normalPhone(run)
  if (whole !== null) return { phones: [whole], rest: [] }
  const digits = run.replace(/\D/g, '')
  if (/^(?:1[3-9]\d{9}){2,}$/.test(digits))
    return { phones: (digits.match(/\d{11}/g) ?? []).flatMap((each) => normalPhone(each) ?? []), rest: [] }
  const tokens = run.split(/\s+/u).filter((token) => /\d/.test(token))
  const phones: string[] = []
  const rest: string[] = []
  for (let from = 0; from < tokens.length;) {
    let to = tokens.length
    while (to > from && normalPhone(tokens.slice(from, to).join('')) === null) to -= 1
    const phone = to > from ? normalPhone(tokens.slice(from, to).join('')) : null
    if (phone === null) rest.push(tokens[from] ?? '')
    else phones.push(phone)
    from = Math.max(to, from + 1)
  }
  return { phones, rest }
}
