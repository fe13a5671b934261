import type { ParentHome } from '#contract/wire.ts'
import type { Language } from '#contract/setup.ts'
import { err, ok, type Result } from '#core/kernel/result.ts'
import { deviceName } from './browser-rules.ts'
import { forget, keep, keyOf, newPair, readKept } from './device-key.ts'
import { lookAt, pairedServer, redeem, type PairedServer } from './server.ts'
import { shutBy, tokenIn, type Shut } from './view-rules.ts'

export interface Inside {
  readonly server: PairedServer
  readonly home: ParentHome
}
/** `away`: the server or the network is not there; to be tried again. */
export type Closed = Shut | 'away'

/** What stands behind the address. Nothing is spent by looking. */
export type FirstLook =
  | { readonly is: 'inside'; readonly inside: Inside }
  | { readonly is: 'invited'; readonly language: Language | null }
  | { readonly is: 'closed'; readonly why: Closed }

const tokenHere = (): string | null => tokenIn(location.hash)

/** Looks who is there: a device that came back, or somebody with an invitation. */
export async function lookFirst(): Promise<FirstLook> {
  const token = tokenHere()
  if (token !== null) {
    const looked = await lookAt(token)
    if (looked.ok) return { is: 'invited', language: looked.value.language }
    // Their own link, opened again from the chat: the device is paired, so the old link does no harm.
    const back = looked.error.problem === 'used' ? await comeBack() : null
    if (back?.ok) {
      hideToken()
      return { is: 'inside', inside: back.value }
    }
    return { is: 'closed', why: closedBy(looked.error.problem) }
  }
  const back = await comeBack()
  return back.ok ? { is: 'inside', inside: back.value } : { is: 'closed', why: back.error }
}

async function comeBack(): Promise<Result<Inside, Closed>> {
  const kept = await readKept().catch(() => null)
  if (!kept?.device) return err('stranger')
  const server = pairedServer(kept.device, await keyOf(kept.pair))
  const home = await server.home()
  if (home.ok) return ok({ server, home: home.value })
  const why = closedBy(home.error.problem)
  // A server that does not know the device any more has erased it.
  if (why === 'unknown') {
    await forget().catch(() => undefined)
    return err('stranger')
  }
  return err(why)
}

/** Spends the invitation. The key is kept before, so that a browser that keeps nothing fails before the token is gone. */
export async function enter(): Promise<Result<Inside, Closed>> {
  const token = tokenHere()
  if (token === null) return err('stranger')
  const pair = await newPair()
  await keep({ pair, device: null })
  const key = await keyOf(pair)
  const home = await redeem(token, key, deviceName(navigator.userAgent))
  if (!home.ok) return err(closedBy(home.error.problem))
  await keep({ pair, device: home.value.device })
  hideToken()
  return ok({ server: pairedServer(home.value.device, key), home: home.value })
}

/** The token is worth nothing any more, and must not be sent on with the address. */
function hideToken(): void {
  history.replaceState(null, '', location.pathname)
}

const closedBy = (problem: Parameters<typeof shutBy>[0] | 'unreachable'): Closed =>
  problem === 'unreachable' ? 'away' : (shutBy(problem) ?? 'away')
