import type { PlainDb } from '#core/db/connection.ts'
import type { Clock } from '#core/kernel/clock.ts'
import { lived } from '#core/kernel/lived-time.ts'
import type { Log } from '#core/kernel/log.ts'
import type { BeatBook } from './beats.ts'
import type { Dialog, Kamailio } from './kamailio.ts'
import { phoneLeft } from './phone.ts'
import { sentence } from './rules/guard-rules.ts'
import type { CallServerSettings } from './settings.ts'
import { addTalk, callById, endCall, openCalls, type StoredCall } from './store/calls.ts'

export interface GuardParts {
  readonly db: PlainDb
  readonly clock: Pick<Clock, 'now' | 'monotonic'>
  readonly log: Log
  readonly settings: CallServerSettings
  readonly beats: BeatBook
  readonly kamailio: Kamailio
}

export interface Guard {
  /** Looks once at all dialogs. Does nothing when the proxy does not answer: a fault of ours ends no call. */
  look(): Promise<void>
}

/** The guard looks every 5 s; the proxy may take its time to answer. */
const LOOK_GAP = 30_000
/** A call that was allowed but has no dialog is still on its way for so long. */
const ON_ITS_WAY = 60_000

/**
 * Watches over the cost of calls and the leftovers of closed browsers: counts the talk of phone calls, and ends a dialog
 * whose seat is silent or that has reached a cap.
 */
export function createGuard({ db, clock, log, settings, beats, kamailio }: GuardParts): Guard {
  /** What this server has lived through, ms, from look to look: stopped, it counts nobody's talk. */
  let alive = 0
  let lookedAt = clock.monotonic()
  /** Up to where each answered call is counted; after a restart counting goes on from the first look. */
  const counted = new Map<string, number>()
  let wasReachable = true

  const count = (call: StoredCall): void => {
    const before = counted.get(call.call)
    counted.set(call.call, alive)
    if (before !== undefined) addTalk(db, call.call, alive - before)
  }

  const watch = async (dialog: Dialog): Promise<void> => {
    const call = callById(db, dialog.call)
    const kind = call?.kind ?? dialog.kind
    if (call && call.kind === 'phone') count(call)
    const why = sentence({
      kind,
      silentMs: beats.silence(dialog.call),
      leftMs: call && kind === 'phone' ? left(call) : Infinity,
    })
    if (!why) return
    const ended = await kamailio.end(dialog)
    log.info('A call was ended', { kind, why, ended: ended.ok ? 'yes' : ended.error })
  }

  const left = (call: StoredCall): number =>
    phoneLeft({ db, clock, settings }, call, callById(db, call.call)?.talkedMs ?? 0).leftMs

  const settle = (open: ReadonlySet<string>): void => {
    const now = clock.now().at
    for (const { call, allowedAt } of openCalls(db)) {
      const old = Math.abs(now - allowedAt) > ON_ITS_WAY || counted.has(call)
      if (!open.has(call) && old) endCall(db, call, now)
    }
    for (const call of counted.keys()) if (!open.has(call)) counted.delete(call)
    beats.forgetAllBut(open)
  }

  return {
    async look() {
      const now = clock.monotonic()
      alive += lived(now - lookedAt, LOOK_GAP)
      lookedAt = now
      const dialogs = await kamailio.dialogs()
      if (!dialogs.ok) {
        if (wasReachable) log.warn('The SIP proxy does not answer the guard', { error: dialogs.error })
        wasReachable = false
        return
      }
      wasReachable = true
      settle(new Set(dialogs.value.map(({ call }) => call)))
      for (const dialog of dialogs.value) if (dialog.answered) await watch(dialog)
    },
  }
}
