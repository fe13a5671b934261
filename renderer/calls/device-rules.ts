/**
 * What is the matter with a device: it is not there, another program has it, it may not be had, the system keeps it quiet and
 * says so, nothing but zeros comes of it.
 */
export type Lack = 'missing' | 'busy' | 'refused' | 'asleep' | 'silent'
/** What opening it may find. */
export type Trouble = Exclude<Lack, 'asleep' | 'silent'>

/**
 * How a device is that was opened once. `proving`: opened again, and believed when the first of it comes. `tryAt` is
 * monotonic ms; null waits for a person or the system to do something.
 */
export type DeviceState =
  | { readonly at: 'live' }
  | { readonly at: 'proving'; readonly lack: Lack; readonly since: number; readonly tries: number }
  | {
      readonly at: 'out'
      readonly lack: Lack
      readonly since: number
      readonly tries: number
      readonly tryAt: number | null
    }

export type DeviceEvent =
  /** Its track has ended: pulled out, its driver or service died, or taken. */
  | { readonly is: 'ended' }
  /** The system keeps it quiet (a telephone call on an iPhone, a key of the headset), or lets it be heard again. */
  | { readonly is: 'muted' | 'unmuted' }
  /** Its track lives, but nothing comes for `STILL_MS`; or something comes. */
  | { readonly is: 'still' | 'moves' }
  /** A microphone gives nothing but zeros (silence-rules.ts); or a sound, or it cannot be listened to. */
  | { readonly is: 'silent' | 'sounds' }
  /** The list of devices changed, or the page is looked at again. */
  | { readonly is: 'stirred' }
  /** A person taps, or gave the permission: whatever was refused is asked for again. */
  | { readonly is: 'again' }
  | { readonly is: 'opened' }
  | { readonly is: 'failed'; readonly lack: Trouble }

/** Without a sample or a frame for so long a device that is open is said to be out, ms: with a look and the way to the other end below two seconds. */
export const STILL_MS = 1250
/** So much longer it may come back by itself before it is closed and opened again, ms: an old PC under load hiccups. */
const PATIENCE_MS = 2500
/** A system that woke up lets its devices be heard by itself, mostly; ms until that is no more waited for. */
const WAKE_MS = 1500
/** Nothing tells when another program lets go of a device: it is tried, often at first. ms, and number of tries. */
const OFTEN = { ms: 1000, tries: 10 } as const
const SELDOM_MS = 3000

export const live: DeviceState = { at: 'live' }

/** A device that could not be opened to begin with, and is waited for. */
export const outFromTheStart = (lack: Trouble, now: number): DeviceState => ({
  at: 'out',
  lack,
  since: now,
  tries: 0,
  tryAt: tryAt(lack, 0, now),
})

/** It is there and open, and only says nothing: whoever turned it off turns it on again. */
export const isQuiet = (lack: Lack): lack is 'asleep' | 'silent' => lack === 'asleep' || lack === 'silent'

const tryAt = (lack: Lack, tries: number, now: number): number | null =>
  lack === 'refused' || isQuiet(lack) ? null : now + (tries < OFTEN.tries ? OFTEN.ms : SELDOM_MS)

/** The next state; an event that says nothing new answers the same object. `now` is monotonic ms. */
export function nextDevice(state: DeviceState, event: DeviceEvent, now: number): DeviceState {
  switch (event.is) {
    case 'ended':
      return state.at === 'out' && !isQuiet(state.lack) && state.tryAt !== null
        ? { ...state, tryAt: Math.min(state.tryAt, now) }
        : lost(state, 'missing', now, now)
    case 'muted':
      return state.at === 'out' && state.lack !== 'silent' ? state : lost(state, 'asleep', now, null)
    case 'unmuted':
      return state.at === 'out' && state.lack === 'asleep' ? live : state
    case 'still':
      return state.at === 'out' && state.lack !== 'silent'
        ? state
        : lost(state, 'busy', now, now + PATIENCE_MS)
    case 'moves':
      // What is quiet goes on sending: zeros, and black.
      return state.at === 'live' || (state.at === 'out' && isQuiet(state.lack)) ? state : live
    case 'silent':
      return state.at === 'live' ? lost(state, 'silent', now, null) : state
    case 'sounds':
      return state.at === 'out' && state.lack === 'silent' ? live : state
    case 'stirred':
      return stirred(state, now)
    case 'again':
      return state.at === 'out' ? { ...state, tryAt: now } : state
    case 'opened':
      if (state.at !== 'out') return state
      // Samples prove nothing of one that gave zeros: the first sound does.
      return state.lack === 'silent' ? { ...state, tryAt: null } : { at: 'proving', ...sinceOf(state, now) }
    case 'failed':
      return state.at === 'out' ? failed(state, event.lack, now) : state
  }
}

const sinceOf = (state: DeviceState, now: number) =>
  state.at === 'live'
    ? ({ lack: 'missing', since: now, tries: 0 } as const)
    : { lack: state.lack, since: state.since, tries: state.tries }

function lost(state: DeviceState, lack: Lack, now: number, at: number | null): DeviceState {
  const { since, tries } = sinceOf(state, now)
  // What was opened again and gave nothing is not opened again and again without a breath.
  const wait = state.at === 'proving' ? tryAt(lack, tries + 1, now) : at
  return { at: 'out', lack, since, tries: state.at === 'live' ? 0 : tries + 1, tryAt: wait }
}

function stirred(state: DeviceState, now: number): DeviceState {
  if (state.at !== 'out' || state.lack === 'refused') return state
  const at = isQuiet(state.lack) ? now + WAKE_MS : now
  return state.tryAt !== null && state.tryAt <= at ? state : { ...state, tryAt: at }
}

function failed(
  { since, tries }: DeviceState & { readonly at: 'out' },
  lack: Trouble,
  now: number,
): DeviceState {
  return { at: 'out', lack, since, tries: tries + 1, tryAt: tryAt(lack, tries + 1, now) }
}

/** Whether it is to be opened (again) now. */
export const isDue = (state: DeviceState, now: number): boolean =>
  state.at === 'out' && state.tryAt !== null && state.tryAt <= now

/** What is the matter with it; null while it is well. */
export const lackOf = (state: DeviceState): Lack | null => (state.at === 'live' ? null : state.lack)

/** What has come of a device, as counted by the browser, and since when no more has. */
export interface Pulse {
  readonly count: number
  /** Monotonic ms. */
  readonly movedAt: number
  readonly lookedAt: number
}

/** A look that comes so late was not looked at all: the PC slept, or the page did. */
const LATE_MS = 1000

/**
 * One look at the count. A count that went on moves; one that stands for `STILL_MS` is still. Silence is counted too: a
 * quiet child is not a dead microphone.
 */
export function feel(
  pulse: Pulse,
  count: number,
  now: number,
): { readonly pulse: Pulse; readonly is: 'moves' | 'still' | null } {
  const slept = now - pulse.lookedAt > LATE_MS
  if (count !== pulse.count) return { pulse: { count, movedAt: now, lookedAt: now }, is: 'moves' }
  const movedAt = slept ? now : pulse.movedAt
  return { pulse: { count, movedAt, lookedAt: now }, is: now - movedAt >= STILL_MS ? 'still' : null }
}

/** What the list of devices says of the one that the system prefers now. */
export interface Listed {
  readonly kind: string
  readonly deviceId: string
  readonly groupId: string
}

/**
 * The device behind a kind's “default”, where the browser has such an entry: a headset that is plugged in becomes it, and a
 * track that was opened before stays with the old one. Null where there is none.
 */
export const defaultOf = (list: readonly Listed[], kind: MediaDeviceKind): string | null =>
  list.find((one) => one.kind === kind && one.deviceId === 'default')?.groupId ?? null
