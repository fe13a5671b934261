import type { DeviceTrial, Lamp } from '#contract/health.ts'
import {
  lampNames,
  verdicts,
  type LampFact,
  type LampName,
  type LampTone,
  type VerdictOf,
} from '#contract/health-verdicts.ts'
import type { Readings } from './readings.ts'
import type { Disk } from './smart.ts'

type Fact = Lamp['facts'][number]
interface Said<N extends LampName> {
  readonly says: VerdictOf<N>
  readonly facts: readonly Fact[]
}

const DAY = 86_400_000
const GB = 2 ** 30
/** Less free and staff are told at once: two hours of a whole school's drawings (`keep-house.ts` says the same). */
const FULL = 0.5 * GB
const LOW = 3 * GB
/** Under this the program is pushed out to the disk when a call runs. */
const LITTLE_MEMORY = 1.8 * GB
const SHORT_MEMORY = 0.15 * GB
/** A trial is believed for a term's half; a cable is trodden on sooner. */
const TRIAL_HOLDS = 45 * DAY
/** The loudest of three seconds of speech, 0 to 100: a headset in the wrong hole stays below. */
const QUIET = 6
const SLOW = 1500
const OLD_COPY = 2 * DAY
/** A week's diary is what a school may lose at most; a month of it nobody. */
const OLD_OUTSIDE = 8 * DAY
const STALE_OUTSIDE = 31 * DAY
/** Once a term somebody takes the paper out of the safe and tries. */
const TERM = 180 * DAY
const OLD_PROGRAM = 270 * DAY
/** So often wrong within three months: the battery on the board, not a hand. */
const FELL_OFTEN = 2
const MOST_NAMES = 3

const fact = (is: LampFact, of: Fact['of'] = {}): Fact => ({ is, of })

const listed = (names: readonly string[] | null): readonly Fact[] => {
  if (names === null) return []
  if (names.length === 0) return [fact('none-listed')]
  return [fact('names', { names: names.slice(0, MOST_NAMES).join(', ').slice(0, 120) })]
}

function trialOf(readings: Readings, device: DeviceTrial['device']): DeviceTrial | undefined {
  const trial = readings.trials.find((one) => one.device === device)
  if (!trial || Math.abs(readings.clock.at - trial.at) > TRIAL_HOLDS) return undefined
  return trial
}

const triedFact = (trial: DeviceTrial | undefined): readonly Fact[] =>
  trial ? [fact('tried', { triedAt: trial.at })] : []

function camera(readings: Readings): Said<'camera'> {
  const { out, cameras } = readings
  const facts = listed(cameras)
  const lack = out.find(({ device }) => device === 'camera')?.lack
  if (lack) return { says: lack, facts }
  const trial = trialOf(readings, 'camera')
  if (cameras?.length === 0) return { says: trial?.result === 'works' ? 'missing' : 'none', facts }
  if (!trial) return { says: 'untried', facts }
  return { says: deviceVerdict(trial.result), facts: [...facts, ...triedFact(trial)] }
}

function microphone(readings: Readings): Said<'microphone'> {
  const { out, microphones } = readings
  const facts = listed(microphones)
  const lack = out.find(({ device }) => device === 'microphone')?.lack
  if (lack) return { says: lack, facts }
  const trial = trialOf(readings, 'microphone')
  if (microphones?.length === 0) return { says: trial?.result === 'works' ? 'missing' : 'none', facts }
  if (!trial) return { says: 'untried', facts }
  const level = trial.level === null ? [] : [fact('level', { level: trial.level })]
  const says = deviceVerdict(trial.result)
  const isQuiet = says === 'works' && trial.level !== null && trial.level < QUIET
  return { says: isQuiet ? 'quiet' : says, facts: [...facts, ...level, ...triedFact(trial)] }
}

type DeviceVerdict = VerdictOf<'camera'> & VerdictOf<'microphone'>

/** What was only heard or not is no word on a camera. */
function deviceVerdict(result: DeviceTrial['result']): DeviceVerdict {
  return result === 'heard' || result === 'not-heard' ? 'untried' : result
}

function speaker(readings: Readings): Said<'speaker'> {
  const facts = listed(readings.speakers)
  if (readings.speakers?.length === 0) return { says: 'none', facts }
  const trial = trialOf(readings, 'speaker')
  if (trial?.result !== 'heard' && trial?.result !== 'not-heard') return { says: 'untried', facts }
  return { says: trial.result, facts: [...facts, ...triedFact(trial)] }
}

function voice({ voice: state }: Readings): Said<'voice'> {
  if (state === null) return { says: 'not-asked', facts: [] }
  const { name, heard } = state
  if (name === null) return { says: heard?.right === false ? 'wrong' : 'none', facts: [] }
  const facts = [fact('voice', { voice: name.slice(0, 80) })]
  if (heard?.voice !== name) return { says: 'unheard', facts }
  return { says: heard.right ? 'right' : 'wrong', facts }
}

function network({ network: { is, address } }: Readings): Said<'network'> {
  return { says: is, facts: [address === null ? fact('no-address') : fact('address', { address })] }
}

function server({ server: reading, line }: Readings): Said<'server'> {
  if (reading.is === 'none') return { says: 'none', facts: [fact('no-server')] }
  if (line.at === 'away' && line.why === 'seat-revoked') return { says: 'revoked', facts: [] }
  if (line.at === 'away' && line.why === 'call-server-untrusted') return { says: 'untrusted', facts: [] }
  if (reading.is === 'away' || line.at === 'away') return { says: 'away', facts: [] }
  const facts = [fact('server', { ms: Math.round(reading.ms) })]
  return { says: reading.ms > SLOW ? 'slow' : 'reached', facts }
}

function disk({ space, disks }: Readings): Said<'disk'> {
  const wear = wearOf(disks)
  if (space === null) return { says: 'unread', facts: [fact('late'), ...wear.facts] }
  const facts = [fact('space', { ...space }), ...wear.facts]
  if (wear.is === 'failing') return { says: 'failing', facts }
  if (space.freeBytes < FULL) return { says: 'full', facts }
  if (wear.is === 'worn') return { says: 'worn', facts }
  // A small flash disk is not low because it is small.
  return { says: space.freeBytes < Math.min(LOW, space.totalBytes * 0.1) ? 'low' : 'good', facts }
}

/** 0 is good, 1 worn, 2 about to fail. */
function rank(one: Disk): number {
  if (one.passed === false) return 2
  return one.lost > 0 || (one.usedPercent ?? 0) >= 90 ? 1 : 0
}

function wearOf(disks: readonly Disk[] | null): {
  readonly is: 'good' | 'worn' | 'failing' | 'unread'
  readonly facts: readonly Fact[]
} {
  if (disks === null || disks.length === 0) return { is: 'unread', facts: [fact('no-wear')] }
  const worst = disks.toSorted((a, b) => rank(b) - rank(a))[0]
  if (!worst) return { is: 'unread', facts: [fact('no-wear')] }
  const of = { model: worst.model.slice(0, 60), lost: worst.lost, hours: worst.hours ?? 0 }
  return { is: (['good', 'worn', 'failing'] as const)[rank(worst)] ?? 'good', facts: [fact('wear', of)] }
}

function memory({ memory: { totalBytes, freeBytes } }: Readings): Said<'memory'> {
  const facts = [fact('memory', { totalBytes, freeBytes })]
  if (freeBytes < SHORT_MEMORY) return { says: 'short', facts }
  return { says: totalBytes < LITTLE_MEMORY ? 'little' : 'good', facts }
}

function clock({ clock: { at, wall, trusted, fell } }: Readings): Said<'clock'> {
  const often = fell > 0 ? [fact('fell', { count: fell })] : []
  const now = fact('now', { nowAt: wall })
  if (!trusted) return { says: 'wrong', facts: [now, fact('last-known', { knownAt: at }), ...often] }
  return { says: fell >= FELL_OFTEN ? 'battery' : 'right', facts: [now, ...often] }
}

function database({ database: found }: Readings): Said<'database'> {
  if (found === null) return { says: 'unread', facts: [fact('late')] }
  if (found === 'none') return { says: 'none', facts: [] }
  if (found.damage !== null)
    return { says: 'damaged', facts: [fact('damage', { what: found.damage.slice(0, 120) })] }
  return { says: 'sound', facts: [fact('rows', { rows: found.rows, sizeBytes: found.bytes })] }
}

function backups({ copies, clock: { at, trusted } }: Readings): Said<'backups'> {
  if (copies === null) return { says: 'unread', facts: [fact('late')] }
  const { count, newestAt } = copies
  if (newestAt === null) return { says: 'none', facts: [fact('no-copies')] }
  // Whether a copy is old, a clock that is wrong cannot say.
  const isOld = trusted && at - newestAt > OLD_COPY
  return { says: isOld ? 'old' : 'fresh', facts: [fact('copies', { count, newestAt })] }
}

function outside({ outside: { hasKey, madeAt, place }, clock: { at, trusted } }: Readings): Said<'outside'> {
  if (!hasKey) return { says: 'no-key', facts: [] }
  if (madeAt === null) return { says: 'never', facts: [] }
  const facts = [fact('outside', { madeAt, place: place.slice(0, 60) })]
  const age = trusted ? at - madeAt : 0
  if (age > STALE_OUTSIDE) return { says: 'stale', facts }
  return { says: age > OLD_OUTSIDE ? 'old' : 'fresh', facts }
}

function restore({ outside: { madeAt, triedAt }, clock: { at, trusted } }: Readings): Said<'restore'> {
  if (triedAt === null) return { says: madeAt === null ? 'nothing' : 'never', facts: [] }
  const facts = [fact('restored', { triedAt })]
  return { says: trusted && at - triedAt > TERM ? 'old' : 'tried', facts }
}

function display({ displays }: Readings): Said<'display'> {
  const largest = displays?.toSorted((a, b) => b.width * b.height - a.width * a.height)[0]
  if (!displays || !largest) return { says: 'unread', facts: [] }
  const { width, height } = largest
  const facts = [fact('display', { count: displays.length, width: `${width}`, height: `${height}` })]
  // Smaller than every child's screen is drawn for (`display-rules.ts`): it is shown smaller.
  return { says: width < 1024 || height < 600 ? 'small' : 'good', facts }
}

function input({ input: found }: Readings): Said<'input'> {
  if (found === null) return { says: 'unread', facts: [] }
  const { keyboards, pointers, touch } = found
  const facts = [fact('input', { keyboards, pointers, touch })]
  const canPoint = pointers + touch > 0
  if (!canPoint) return { says: keyboards > 0 ? 'no-pointer' : 'none', facts }
  return { says: keyboards > 0 ? 'good' : 'no-keyboard', facts }
}

function version({ version: { name, builtAt }, clock: { at, trusted } }: Readings): Said<'version'> {
  const facts = [fact('version', { version: name, builtAt })]
  return { says: trusted && at - builtAt > OLD_PROGRAM ? 'old' : 'current', facts }
}

const seats = ({ seat: { number, room } }: Readings): Said<'seats'> => ({
  says: 'this',
  facts: [fact('seat', { seat: number, room })],
})

const judges: { readonly [N in LampName]: (readings: Readings) => Said<N> } = {
  camera,
  microphone,
  speaker,
  voice,
  network,
  server,
  disk,
  memory,
  clock,
  database,
  backups,
  outside,
  restore,
  display,
  input,
  version,
  seats,
}

export const toneOf = (name: LampName, says: string): LampTone =>
  (verdicts[name] as Readonly<Record<string, LampTone>>)[says] ?? 'unknown'

const order: readonly LampTone[] = ['bad', 'care', 'unknown', 'good']

/** Worst first; of two that stand alike the one that a child misses sooner. */
export const worstFirst = <L extends Pick<Lamp, 'name' | 'tone'>>(lamps: readonly L[]): readonly L[] =>
  lamps.toSorted(
    (a, b) =>
      order.indexOf(a.tone) - order.indexOf(b.tone) || lampNames.indexOf(a.name) - lampNames.indexOf(b.name),
  )

/** How each thing stands, by what was read; worst first. */
export const lampsOf = (readings: Readings): readonly Omit<Lamp, 'since'>[] =>
  worstFirst(
    lampNames.map((name) => {
      const { says, facts } = judges[name](readings)
      return { name, says, facts, tone: toneOf(name, says) }
    }),
  )

/** What the program answers a script with: 0 all is well, 1 something to mind, 2 something broken. */
export const exitCode = (lamps: readonly Pick<Lamp, 'tone'>[]): 0 | 1 | 2 => {
  if (lamps.some(({ tone }) => tone === 'bad')) return 2
  return lamps.some(({ tone }) => tone === 'care') ? 1 : 0
}
