import type { Server } from 'node:http'
import { join } from 'node:path'
import { newId } from '#core/kernel/ids.ts'
import type { Log } from '#core/kernel/log.ts'
import { ok, type Result } from '#core/kernel/result.ts'
import { createBeats } from './beats.ts'
import { createGuard } from './guard.ts'
import type { House } from './house.ts'
import { kamailioAt } from './kamailio.ts'
import { createLive } from './live.ts'
import { messageFiles } from './messages/files.ts'
import { createMessages } from './messages/service.ts'
import { createNonces } from './nonces.ts'
import { createRates } from './rates.ts'
import { engineSide, publicSide } from './sides.ts'
import { serverClock, type ServerClockParts } from './server-clock.ts'
import { readSecrets } from './secrets.ts'
import type { CallServerSettings } from './settings.ts'
import { databaseOf, openCallDatabase } from './store/open.ts'
import { sweep } from './sweep.ts'
import { repeat } from './repeat.ts'

export interface CallServer {
  /** Ports as they are bound; of interest where the settings say 0. */
  readonly publicPort: number
  readonly enginePort: number
  /** One look of the guard now, besides its own rhythm. */
  look(): Promise<void>
  /** One sweep now. */
  sweep(): Promise<void>
  /** Ends streams, lets answers go out, closes the database. Calls go on without us. */
  stop(): Promise<void>
}

export interface CallServerParts {
  readonly settings: CallServerSettings
  readonly clock: ServerClockParts
  readonly log: Log
}

const GUARD_EVERY = 5000
const SWEEP_EVERY = 600_000
/** How long answers may still go out when we stop. */
const LAST_ANSWERS = 5000

/** Starts the call server. The error is a sentence for the operator; a port that is taken throws. */
export async function startCallServer(parts: CallServerParts): Promise<Result<CallServer, string>> {
  const { settings, log } = parts
  const secrets = readSecrets(settings)
  if (!secrets.ok) return secrets
  const opened = openCallDatabase(databaseOf(settings))
  if (!opened.ok) return opened
  const db = opened.value
  const clock = serverClock(db, parts.clock)
  const { limits } = settings
  const files = messageFiles(join(settings.state, 'messages'))
  const live = createLive(clock)
  const beats = createBeats(clock)
  const messages = createMessages({
    db,
    clock,
    files,
    limits,
    masterKey: secrets.value.messages,
    onArrival: ({ id, to, child, room }) => {
      if (to === child) live.tellRoom(room, { event: 'waiting' })
      else live.tell(to, { event: 'message', id })
    },
    onTakenBack: ({ id, to }) => live.tell(to, { event: 'message', id }),
    // The child who waits for it learns that mum has heard it.
    onSeen: ({ from, child, room }) => {
      if (from === child) live.tellRoom(room, { event: 'waiting' })
    },
  })
  const house: House = {
    db,
    clock,
    newId,
    log,
    settings,
    live,
    beats,
    messages,
    secrets: secrets.value,
    rates: createRates(clock),
    nonces: createNonces(clock),
  }
  const guard = createGuard({ db, clock, log, settings, beats, kamailio: kamailioAt(settings.sip.rpc) })

  const outside = await publicSide(house)
  const inside = engineSide(house)
  try {
    await inside.listen(settings.engine)
    await outside.listen({ host: settings.public.host, port: settings.public.port })
  } catch (error) {
    await Promise.all([inside.close(), outside.close()])
    db.close()
    throw error
  }
  const clean = (): Promise<void> => sweep(db, clock, files, limits)
  const rhythms = [repeat(() => guard.look(), GUARD_EVERY, log), repeat(clean, SWEEP_EVERY, log)]
  await clean()
  return ok({
    publicPort: portOf(outside),
    enginePort: portOf(inside),
    look: () => guard.look(),
    sweep: clean,
    async stop() {
      await Promise.all(rhythms.map((rhythm) => rhythm.stop()))
      live.endAll()
      const cut = setTimeout(() => {
        outside.server.closeAllConnections()
      }, LAST_ANSWERS)
      await Promise.all([outside.close(), inside.close()])
      clearTimeout(cut)
      db.close()
    },
  })
}

const portOf = ({ server }: { server: Server }): number => {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}
