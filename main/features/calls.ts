import type { InputOf } from '#contract/index.ts'
import type { Refusal } from '#contract/refusal.ts'
import type { CallsService } from '#core/calls/service.ts'
import { ok, type Result } from '#core/kernel/result.ts'
import type { Handlers } from './feature.ts'

/** Writes the log as CSV, in a worker, to a place that main offered; answers the file's name. */
export type ExportCallLog = (
  whose: Omit<InputOf<'calls.exportLog'>, 'place'>,
  place: string,
) => Promise<Result<{ readonly file: string }, Refusal>>

export interface CallsFeatureParts {
  /** Camera and microphone of the child's window. */
  readonly door: { open(): void; close(): void; stay(): void }
  readonly exportLog: ExportCallLog
}

export const callsHandlers = (
  calls: CallsService,
  { door, exportLog }: CallsFeatureParts,
): Handlers<'calls'> => ({
  family: (_, { childId }) => ok(calls.family(childId)),
  mayCall: (_, { childId }) => ok(calls.mayCall(childId)),
  watch: ({ on }, { childId }) => ok(calls.watch(childId, on)),
  credentials: (_, { childId }) => calls.credentials(childId),
  begin: ({ contactId, way }, { childId, sessionId }) => calls.begin({ childId, sessionId }, contactId, way),
  caller: ({ from }, { childId }) => calls.caller(childId, from),
  answer: ({ from }, { childId, sessionId }) => calls.answer({ childId, sessionId }, from),
  beat: ({ callId, sip, talking }) => {
    // A camera that is turned on again late in a long call.
    door.stay()
    return calls.beat(callId, sip, talking)
  },
  ended: (ended) => ok(calls.ended(ended)),
  trouble: ({ what }) => ok(calls.trouble(what)),
  lamps: () => ok(calls.missed.lamps()),
  now: () => ok(calls.now()),
  press: ({ callId, keys }) => calls.press(callId, keys),
  media: ({ on }) => ok(on ? door.open() : door.close()),
  waiting: ({ contactId }, { childId }) => calls.waiting(childId, contactId),
  state: () => ok(calls.server.state()),
  server: async () => ok(await calls.server.look()),
  enrol: ({ line }) => calls.server.enrol(line),
  leaveServer: () => ok(calls.server.leave()),
  log: (ask) => ok(calls.log(ask)),
  exportLog: ({ place, ...whose }) => exportLog(whose, place),
})
