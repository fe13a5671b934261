import { ok } from '#core/kernel/result.ts'
import type { SessionsService } from '#core/sessions/service.ts'
import type { Handlers } from './feature.ts'

export const sessionsHandlers = (sessions: SessionsService): Handlers<'sessions'> => ({
  now: () => ok(sessions.now()),
  waiting: () => ok(sessions.waiting()),
  begin: ({ childId, pictures }) => sessions.begin(childId, pictures),
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
