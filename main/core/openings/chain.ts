import { createHash } from 'node:crypto'
import type { OpeningChain } from '#contract/openings.ts'

/** One entry of the record as its row holds it. */
export interface Link {
  readonly number: number
  /** The hash of the entry before; empty for the first. */
  readonly before: string
  readonly hash: string
  /** JSON. */
  readonly entry: string
}

/** How many there were and the last of them, as it was kept outside the database: so that cutting the end off is seen, too. */
export interface Anchor {
  readonly count: number
  readonly head: string
}

export interface AnchorKeeper {
  readonly read: () => Anchor | undefined
  readonly keep: (anchor: Anchor) => void
}

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

const hashOf = (seat: string, { number, before, entry }: Omit<Link, 'hash'>): string =>
  sha256(JSON.stringify([seat, number, before, entry]))

/** The next entry after these. */
export function linkAfter(seat: string, last: Link | undefined, entry: string): Link {
  const link = { number: (last?.number ?? 0) + 1, before: last?.hash ?? '', entry }
  return { ...link, hash: hashOf(seat, link) }
}

/** Short enough to be copied by hand, and nothing that a change keeps but by chance (1 to 2^48). */
const sealOf = ({ hash }: Link): string => hash.slice(0, 12).toUpperCase().match(/.{4}/g)?.join('-') ?? ''

export const anchorOf = ({ number, hash }: Link): Anchor => ({ count: number, head: hash })

/** Whether the entries of a seat, in order of their numbers, are those that were written, by themselves and by what was kept of them. */
export function checkChain(
  seat: string,
  links: readonly Link[],
  anchors: readonly Anchor[] = [],
): OpeningChain {
  let last: Link | undefined
  for (const link of links) {
    const number = (last?.number ?? 0) + 1
    if (link.number !== number) return { whole: false, number, fault: 'missing' }
    if (link.before !== (last?.hash ?? '') || link.hash !== hashOf(seat, link))
      return { whole: false, number, fault: 'changed' }
    last = link
  }
  for (const { count, head } of anchors.toSorted((one, other) => one.count - other.count)) {
    if (count > links.length) return { whole: false, number: links.length + 1, fault: 'cut-off' }
    if (count > 0 && links[count - 1]?.hash !== head) return { whole: false, number: count, fault: 'changed' }
  }
  return { whole: true, entries: links.length, seal: last ? sealOf(last) : null }
}
