import { refuse, type Refusal } from '#contract/refusal.ts'
import type { House } from '#core/house/open-house.ts'
import type { Log } from '#core/kernel/log.ts'
import { err, ok, type Result } from '#core/kernel/result.ts'
import { problemCodes, type ProblemCode } from './problem-page.ts'
import type { RoomKeeper, RoomKind } from './room-keeper.ts'
import type { Windows } from './windows.ts'

export interface ReceptionParts {
  readonly keeper: RoomKeeper
  readonly windows: Windows
  readonly log: Log
  /** A room is open: its handlers take over before any window asks. */
  readonly onEnter: (house: House) => void
  /** Somebody is at the staff window, though its page has not asked for anything yet. */
  readonly onKnock: () => void
}

/** Which window is open when: the set-up first, the child's window for good, the staff window on a knock. */
export interface Reception {
  /** Opens a room and its window, or the page that says why not. */
  readonly enter: (kind: RoomKind) => Promise<boolean>
  readonly knock: () => void
  /** Signs out and closes the staff window; during the set-up it stays. */
  readonly leaveStaff: () => void
  /** The set-up is done. */
  readonly openRoom: () => Result<void, Refusal>
  readonly openExample: () => Promise<Result<void, Refusal>>
  /** A backup becomes the room: `bring` fills the folder that it then lives in. */
  readonly restoreRoom: (
    bring: (into: string) => Promise<Result<void, Refusal>>,
  ) => Promise<Result<void, Refusal>>
}

/** These may pass by themselves. */
const passing = new Set<ProblemCode>(['disk-full', 'read-only', 'locked', 'io-error'])
const TRY_AGAIN = 10_000

export function createReception({ keeper, windows, log, onEnter, onKnock }: ReceptionParts): Reception {
  const isSetUp = (): boolean => keeper.current()?.setup.state().needed === false

  const enter = async (kind: RoomKind): Promise<boolean> => {
    const opened = await keeper.enter(kind)
    if (!opened.ok) {
      const code = problemCodes.find((known) => known === opened.error.kind) ?? 'unexpected'
      log.error('The room is not open', { problem: opened.error })
      windows.showProblem(code)
      if (passing.has(code)) setTimeout(() => void enter(kind), TRY_AGAIN)
      return false
    }
    onEnter(opened.value)
    const first = opened.value.setup.state().needed ? 'staff' : 'pupil'
    windows.open(first)
    windows.close(first === 'pupil' ? 'staff' : 'pupil')
    return true
  }

  const leaveStaff = (): void => {
    keeper.current()?.staff.signedIn.leave()
    if (!isSetUp()) return
    windows.open('pupil')
    windows.close('staff')
  }

  return {
    enter,
    leaveStaff,
    knock: () => {
      onKnock()
      windows.open('staff')
    },
    openRoom: () => {
      if (!isSetUp()) return err(refuse('not-from-here'))
      leaveStaff()
      return ok(undefined)
    },
    restoreRoom: async (bring) => {
      if (isSetUp()) return err(refuse('already-set-up'))
      const came = await bring(keeper.coming)
      if (!came.ok) return came
      await keeper.moveIn()
      return (await enter('own')) ? ok(undefined) : err(refuse('unexpected'))
    },
    openExample: async () => {
      if (isSetUp()) return err(refuse('already-set-up'))
      return (await enter('example')) ? ok(undefined) : err(refuse('unexpected'))
    },
  }
}
