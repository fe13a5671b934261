import type { WireContact } from '#contract/wire.ts'

export type Relative = Pick<WireContact, 'user' | 'child' | 'phones' | 'consent'>

/** One end of a call, as far as it is known. A number may be meant in several ways, see `numbersMeant`. */
export type Party =
  | { readonly kind: 'child'; readonly user: string }
  | { readonly kind: 'contact'; readonly relative: Relative }
  | { readonly kind: 'number'; readonly meant: readonly string[] }
  | { readonly kind: 'nobody' }

export type Verdict =
  | {
      readonly allowed: true
      readonly kind: 'video' | 'phone'
      readonly child: string
      readonly contact: string
      /** E.164; empty for video. */
      readonly number: string
    }
  | { readonly allowed: false; readonly why: 'nobody' | 'not-related' | 'no-consent' }

/**
 * Who may call whom: a child and the browser of one of their relatives with consent to video, both ways; a child and an
 * approved number of a relative with consent to the telephone, both ways; nobody else. `relativesOf` gives the relatives of
 * a child of that name, none when there is no such child.
 */
export function judge(from: Party, to: Party, relativesOf: (child: string) => readonly Relative[]): Verdict {
  if (from.kind === 'child') return between(from.user, to, relativesOf)
  if (to.kind === 'child') return between(to.user, from, relativesOf)
  return { allowed: false, why: 'nobody' }
}

function between(child: string, other: Party, relativesOf: (child: string) => readonly Relative[]): Verdict {
  if (other.kind === 'contact') {
    const { relative } = other
    const related = relative.child === child && relativesOf(child).some(({ user }) => user === relative.user)
    if (!related) return { allowed: false, why: 'not-related' }
    if (!relative.consent.video) return { allowed: false, why: 'no-consent' }
    return { allowed: true, kind: 'video', child, contact: relative.user, number: '' }
  }
  if (other.kind !== 'number') return { allowed: false, why: 'nobody' }
  const owners = relativesOf(child).flatMap((relative) => {
    const number = relative.phones.find((phone) => other.meant.includes(phone))
    return number === undefined ? [] : [{ relative, number }]
  })
  const owner = owners.find(({ relative }) => relative.consent.phone)
  if (!owner) return { allowed: false, why: owners.length > 0 ? 'no-consent' : 'not-related' }
  return { allowed: true, kind: 'phone', child, contact: owner.relative.user, number: owner.number }
}

/** A `+` in a query arrives as a blank when nobody escaped it. */
export const unescaped = (text: string): string => text.replace(/^ /, '+')

const e164 = /^\+[1-9]\d{5,14}$/

/**
 * The numbers in E.164 that a caller id may mean: trunks send +86…, 0086…, 86…, 0…, or none of them before the number.
 * Empty when it is none.
 */
export function numbersMeant(text: string, countryCode: string): readonly string[] {
  if (text.startsWith('+')) return e164.test(text) ? [text] : []
  if (!/^\d{3,17}$/.test(text)) return []
  if (text.startsWith('00')) return [`+${text.slice(2)}`].filter((one) => e164.test(one))
  if (text.startsWith('0')) return [`+${countryCode}${text.slice(1)}`].filter((one) => e164.test(one))
  const meant = [`+${countryCode}${text}`, ...(text.startsWith(countryCode) ? [`+${text}`] : [])]
  return meant.filter((one) => e164.test(one))
}
