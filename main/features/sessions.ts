import { ok } from '#core/kernel/result.ts'
import type { SessionsService } from '#core/sessions/service.ts'
import type { Handlers } from './feature.ts'

/** @param prepare reads what a child's turn will need, while the home is looked at. */
export const sessionsHandlers = (sessions: SessionsService, prepare: () => void): Handlers<'sessions'> => ({
  now: () => ok(sessions.now()),
  waiting: () => ok(sessions.waiting()),
  begin: ({ childId, pictures }) => {
    const begun = sessions.begin(childId, pictures)
    if (begun.ok) prepare()
    return begun
  },
  move: (place) => sessions.move(place),
  stay: () => sessions.stay(),
  rested: () => sessions.rested(),
  endWords: () => sessions.endWords(),
  end: () => sessions.end(),
  current: () => ok(sessions.now()),
  giveMinutes: ({ minutes }) => sessions.giveMinutes(minutes),
  pause: ({ paused }) => sessions.pause(paused),
  endKindly: () => sessions.endKindly(),
})
