import type { Purpose } from '#contract/wire.ts'
import type { Known, LookedLine } from '#contract/me.ts'
import { drawerThings, gateThings, hallThings, type Deed, type KnownThing } from '#contract/me-choices.ts'
import type { Day } from '../sessions/local-day-rules.ts'

export interface Facts {
  /** Purposes that hold today for somebody of the family. */
  readonly agreed: ReadonlySet<Purpose>
  /** A photograph of the child hangs on the wall. */
  readonly hasPhoto: boolean
  readonly hasClass: boolean
  readonly hasFamily: boolean
  /** An adult may know how the child feels. */
  readonly hasListener: boolean
}

/** What stands where in the house that is cut open: what a guardian refused, or what nobody wrote down, is not there (S11). */
export function placesOf(facts: Facts): Pick<Known, 'gate' | 'hall' | 'drawer'> {
  const { agreed, hasPhoto, hasClass, hasFamily, hasListener } = facts
  const isKept: Partial<Record<KnownThing, boolean>> = {
    class: hasClass,
    calls: agreed.has('video') || agreed.has('phone'),
    messages: agreed.has('messages'),
    family: hasFamily,
    photo: hasPhoto || agreed.has('photo'),
    feeling: hasListener,
  }
  const kept = (thing: KnownThing): boolean => isKept[thing] ?? true
  return {
    gate: gateThings.filter(kept),
    hall: hallThings.filter(kept),
    drawer: drawerThings.filter(kept),
  }
}

/** What a written-down act was, in a child's words; what is not named here is a look. */
export function deedOf(method: string): Deed {
  const [feature = '', name = ''] = method.split('.')
  if (name === 'setPictures' || name === 'pictures') return 'pictures'
  if (feature === 'contacts' || feature === 'calls') return 'family'
  if (feature === 'talks' || feature === 'feelings') return 'talked'
  if (feature === 'sessions') return 'time'
  if (/diary|openings|shares|pages/i.test(feature)) return 'pages'
  return /^(?:add|change|set|remove|merge|unmerge|apply|answered)/i.test(name) ? 'wrote' : 'looked'
}

/** What was written down about a child. */
export interface WrittenAct {
  /** UTC ms. */
  readonly at: number
  readonly trusted: boolean
  readonly staffId: string
  readonly staffName: string | null
  readonly method: string
}

/** One line for each adult, deed and day, newest first: a child reads who and what, not how often a page was drawn. */
export function lookedLines(
  acts: readonly WrittenAct[],
  dayOf: (at: number) => Day,
  most: number,
): readonly LookedLine[] {
  const lines = new Map<string, LookedLine>()
  for (const { at, trusted, staffId, staffName, method } of acts) {
    const day = trusted ? dayOf(at) : null
    const deed = deedOf(method)
    const id = `${staffId} ${deed} ${day ?? ''}`
    if (!lines.has(id)) lines.set(id, { id, name: staffName ?? '', deed, day })
  }
  return [...lines.values()].slice(0, most)
}
