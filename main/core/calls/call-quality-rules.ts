import type { CallLine, CallQuality } from '#contract/calls.ts'

/** How the link was, for people who read no figures. */
export type LinkWord = 'good' | 'fair' | 'poor'

/** More than this, and people stop hearing each other: quality.md asks that voice stays intelligible at 5 % loss. */
const POOR = { concealed: 0.1, cutMs: 30_000 }
/** Less than this nobody notices. */
const GOOD = { loss: 0.02, concealed: 0.03, frozen: 0.05, voice: 0.1, cutMs: 5000, roundTripMs: 400 }

/** The link of one call in a word; null where nobody talked or nothing was measured. */
export function linkWord({
  end,
  lengthMs,
  quality,
}: Pick<CallLine, 'end' | 'lengthMs' | 'quality'>): LinkWord | null {
  if (lengthMs > 0 && end === 'link-lost') return 'poor'
  if (quality === null) return null
  if (quality.concealedShare > POOR.concealed || quality.longestCutMs >= POOR.cutMs) return 'poor'
  return isGood(quality) ? 'good' : 'fair'
}

const isGood = ({
  lossShare,
  concealedShare,
  frozenShare,
  voiceShare,
  longestCutMs,
  roundTripMs,
}: CallQuality): boolean =>
  lossShare <= GOOD.loss &&
  concealedShare <= GOOD.concealed &&
  frozenShare <= GOOD.frozen &&
  voiceShare <= GOOD.voice &&
  longestCutMs < GOOD.cutMs &&
  (roundTripMs ?? 0) <= GOOD.roundTripMs
