/** How a lamp looks: round = good, square = mind it, diamond = broken, a question = not there or not known. */
export type LampTone = 'good' | 'care' | 'bad' | 'unknown'

/**
 * Everything that a lamp can say, and how it looks then. Words: `health.says.<lamp>.<verdict>`, and `health.do.<lamp>.<verdict>` for all that is
 * not good.
 */
export const verdicts = {
  camera: { works: 'good', untried: 'unknown', none: 'unknown', missing: 'bad', busy: 'bad', refused: 'bad', asleep: 'bad', silent: 'bad' },
  microphone: {
    works: 'good', untried: 'unknown', none: 'unknown', quiet: 'care', missing: 'bad', busy: 'bad', refused: 'bad', asleep: 'bad', silent: 'bad',
  },
  speaker: { heard: 'good', untried: 'unknown', none: 'bad', 'not-heard': 'bad' },
  voice: { right: 'good', unheard: 'unknown', none: 'bad', wrong: 'bad', 'not-asked': 'unknown' },
  network: { up: 'good', link: 'care', down: 'care' },
  server: { reached: 'good', none: 'unknown', away: 'bad', slow: 'care', untrusted: 'bad', revoked: 'bad' },
  disk: { good: 'good', low: 'care', full: 'bad', worn: 'care', failing: 'bad', unread: 'unknown' },
  memory: { good: 'good', little: 'care', short: 'bad' },
  clock: { right: 'good', battery: 'care', wrong: 'bad' },
  database: { sound: 'good', unread: 'unknown', none: 'unknown', damaged: 'bad' },
  backups: { fresh: 'good', old: 'care', none: 'care', unread: 'unknown' },
  outside: { fresh: 'good', old: 'care', stale: 'bad', never: 'care', 'no-key': 'care' },
  restore: { tried: 'good', old: 'care', never: 'care', nothing: 'unknown' },
  display: { good: 'good', small: 'care', unread: 'unknown' },
  input: { good: 'good', 'no-keyboard': 'care', 'no-pointer': 'care', none: 'bad', unread: 'unknown' },
  version: { current: 'good', old: 'care' },
  seats: { this: 'good' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, LampTone>>>> // prettier-ignore

export type LampName = keyof typeof verdicts
export const lampNames = Object.keys(verdicts) as LampName[]
export type VerdictOf<N extends LampName> = keyof (typeof verdicts)[N] & string

/** What a lamp may tell beside its sentence. Words: `health.fact.<fact>`. */
export const lampFacts = [
  'names', 'none-listed', 'tried', 'level', 'voice', 'address', 'no-address', 'server', 'no-server', 'space', 'wear', 'no-wear', 'memory', 'now',
  'last-known', 'fell', 'rows', 'damage', 'copies', 'no-copies', 'outside', 'restored', 'display', 'input', 'version', 'seat', 'late',
] as const // prettier-ignore
export type LampFact = (typeof lampFacts)[number]
