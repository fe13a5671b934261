import { z } from 'zod'
import { err, ok, type Result } from '#core/kernel/result.ts'
import { askRpc } from './rpc.ts'

/** A dialog as the proxy has it. */
export interface Dialog {
  readonly call: string
  readonly fromTag: string
  readonly toTag: string
  /** Answered, whether or not the ACK has come (states 3 and 4 of Kamailio's dialog module). */
  readonly answered: boolean
  /** By the variable `k` that our configuration gives to dialogs: `p` for the telephone. */
  readonly kind: 'video' | 'phone'
}

export interface Kamailio {
  /** Dialogs that are not over. The error is for the log. */
  dialogs(): Promise<Result<readonly Dialog[], string>>
  /** Sends BYE to both sides. */
  end(dialog: Dialog): Promise<Result<null, string>>
}

const dialogShape = z.object({
  'call-id': z.string(),
  state: z.number(),
  caller: z.object({ tag: z.string() }),
  callee: z.object({ tag: z.string() }).catch({ tag: '' }),
  variables: z.array(z.record(z.string(), z.unknown())).catch([]),
})
const reply = z.object({
  result: z.unknown().optional(),
  error: z.object({ message: z.string() }).optional(),
})

const PATIENCE = 4000

/** Kamailio at the address of its JSON-RPC, on loopback. */
export function kamailioAt(url: string): Kamailio {
  async function ask(method: string, params: readonly string[] = []): Promise<Result<unknown, string>> {
    try {
      const response = await askRpc(url, { method, params, signal: AbortSignal.timeout(PATIENCE) })
      const { result, error } = reply.parse(await response.json())
      return error ? err(`${method}: ${error.message}`) : ok(result)
    } catch (error) {
      return err(`${method}: ${String(error)}`)
    }
  }
  return {
    async dialogs() {
      const listed = await ask('dlg.list')
      if (!listed.ok) return listed
      // One dialog alone comes without its list, none at all as nothing or as an empty object.
      const found = Array.isArray(listed.value) ? (listed.value as unknown[]) : [listed.value ?? {}]
      return ok(found.flatMap(readDialog))
    },
    async end({ call, fromTag, toTag }) {
      const ended = await ask('dlg.terminate_dlg', [call, fromTag, toTag])
      return ended.ok ? ok(null) : ended
    },
  }
}

function readDialog(value: unknown): Dialog[] {
  const parsed = dialogShape.safeParse(value)
  if (!parsed.success || parsed.data.state > 4) return []
  const { 'call-id': call, state, caller, callee, variables } = parsed.data
  return [
    {
      call,
      fromTag: caller.tag,
      toTag: callee.tag,
      answered: state >= 3,
      kind: variables.some((one) => one['k'] === 'p') ? 'phone' : 'video',
    },
  ]
}
