import type { UpdateProblem } from '#contract/updates.ts'
import { countIn, readFields, writeFields } from './line-rules.ts'

const HEAD = 'happy-home-update 1'
/** Lines of news for each language, and characters of one. */
const MOST_NEWS = 8
const MOST_LETTERS = 120

/** What one update is; everything on the stick is bound to it. */
export interface Manifest {
  /** Counts up with each update: what is older is never laid on. */
  readonly number: number
  readonly version: string
  /** `linux-amd64`. */
  readonly system: string
  /** Seconds since 1970; after `until` nobody takes it any more. */
  readonly made: number
  readonly until: number
  /** The form of the room's database that it writes. */
  readonly schema: number
  readonly file: string
  readonly bytes: number
  readonly sha256: string
  /** Bytes of all files of the program, unpacked. */
  readonly unpacked: number
  readonly by: string
  readonly news: { readonly 'zh-CN': readonly string[]; readonly en: readonly string[] }
}

export function readManifest(text: string): Manifest | undefined {
  const fields = readFields(text, HEAD)
  if (!fields) return undefined
  const word = (name: string, form: RegExp) => {
    const said = fields.get(name)?.[0]
    return said !== undefined && form.test(said) ? said : undefined
  }
  const [number, made, until, schema, bytes, unpacked] = [
    'number',
    'made',
    'until',
    'schema',
    'bytes',
    'unpacked',
  ].map((name) => countIn(fields, name))
  const version = word('version', /^\d+\.\d+\.\d+(-[0-9a-z.]+)?$/)
  const system = word('system', /^[a-z0-9-]{1,40}$/)
  const file = word('file', /^happy-home_[0-9a-z.+~_-]+\.deb$/)
  const sha256 = word('sha256', /^[0-9a-f]{64}$/)
  const by = word('by', /^.{1,60}$/u)
  if (!number || !made || !until || !schema || !bytes || !unpacked) return undefined
  if (!version || !system || !file || !sha256 || !by) return undefined
  const news = (language: string) =>
    (fields.get(`news-${language}`) ?? []).slice(0, MOST_NEWS).map((line) => line.slice(0, MOST_LETTERS))
  return {
    number,
    version,
    system,
    made,
    until,
    schema,
    file,
    bytes,
    sha256,
    unpacked,
    by,
    news: { 'zh-CN': news('zh'), en: news('en') },
  }
}

export const writeManifest = ({ news, ...said }: Manifest): string =>
  writeFields(HEAD, [
    ...Object.entries(said),
    ...news['zh-CN'].map((line) => ['news-zh', line] as const),
    ...news.en.map((line) => ['news-en', line] as const),
  ])

/** What a seat knows of itself when it looks at an update. */
export interface SeatNow {
  readonly version: string
  readonly system: string
  /** The number of the newest update that it took; 0 for none. */
  readonly number: number
  /** The latest moment that has certainly been reached, seconds since 1970; 0 for none. */
  readonly certain: number
}

/**
 * Why an update is not for this seat; undefined where it is. Its end counts only where it has certainly been reached: a clock that nobody
 * believes refuses nothing, and what signed files say of their time goes on counting while the clock is dead.
 */
export function whyNotTake(update: Manifest, seat: SeatNow): UpdateProblem | undefined {
  if (update.system !== seat.system) return 'other-system'
  if (update.number < seat.number || compareVersions(update.version, seat.version) <= 0) return 'older'
  return update.until < seat.certain ? 'expired' : undefined
}

/** As numbers are read: 1.10.0 is newer than 1.9.0; 1.0.0-beta is older than 1.0.0. */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [parts(one), parts(other)]
  for (const place of [0, 1, 2]) {
    const difference = (a.numbers[place] ?? 0) - (b.numbers[place] ?? 0)
    if (difference !== 0) return difference
  }
  if (a.end === b.end) return 0
  if (a.end === undefined || b.end === undefined) return a.end === undefined ? 1 : -1
  return a.end < b.end ? -1 : 1
}

function parts(version: string): { readonly numbers: readonly number[]; readonly end: string | undefined } {
  const [numbers, end] = version.split(/-(.*)/s)
  return { numbers: (numbers ?? '').split('.').map(Number), end }
}
