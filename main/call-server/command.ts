import { parseArgs } from 'node:util'
import { err, ok, type Result } from '#core/kernel/result.ts'

/** What the operator wants. */
export type Command =
  | { readonly does: 'serve' | 'local' | 'list' | 'help' }
  | { readonly does: 'add-room' | 'add-seat' | 'revoke-seat' | 'remove-room'; readonly of: string }

export interface Asked {
  readonly command: Command
  readonly settings: string
  /** Folder and port of `--local`, and the port of a telephone company on this machine. */
  readonly state: string | undefined
  readonly port: number | undefined
  readonly trunk: number | undefined
}

export const usage = `npm run call-server -- [--settings FILE] [one of these]
  (nothing)             serve, until SIGTERM
  --local               serve on this machine only, with Kamailio, coturn and rtpengine [--state FOLDER] [--port 8480]
                        [--trunk PORT]: calls to telephones go to a SIP trunk at this port of this machine
  --add-room "name"     add a room; prints the line for its first seat
  --add-seat ROOM       print a line for one more seat
  --list                rooms and seats
  --revoke-seat SEAT    refuse a seat from now on
  --remove-room ROOM    remove a room with all that it published`

const withName = ['add-room', 'add-seat', 'revoke-seat', 'remove-room'] as const
const without = ['local', 'list', 'help'] as const

/** Reads the command line. The error is a sentence for the operator. */
export function readCommand(args: readonly string[]): Result<Asked, string> {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        settings: { type: 'string', default: '/etc/happy-home/call-server.json' },
        state: { type: 'string' },
        port: { type: 'string' },
        trunk: { type: 'string' },
        ...options(withName, 'string'),
        ...options(without, 'boolean'),
      },
    })
    const given: Readonly<Record<string, unknown>> = values
    const commands: Command[] = [
      ...withName.flatMap((does) => (typeof given[does] === 'string' ? [{ does, of: given[does] }] : [])),
      ...without.flatMap((does) => (given[does] === true ? [{ does }] : [])),
    ]
    const [command = { does: 'serve' } as const, ...more] = commands
    if (more.length > 0) return err('One thing at a time, please.')
    if ('of' in command && command.of.trim() === '') return err(`--${command.does} needs a value.`)
    const { settings, state } = values
    const ports = { port: portOf(values.port), trunk: portOf(values.trunk) }
    for (const name of ['port', 'trunk'] as const)
      if (ports[name] === null) return err(`--${name} needs a number from 1 to 65535, not ${values[name]}.`)
    return ok({ command, settings, state, port: ports.port ?? undefined, trunk: ports.trunk ?? undefined })
  } catch (error) {
    return err(error instanceof Error ? error.message : String(error))
  }
}

/** Null for what is no port. */
function portOf(text: string | undefined): number | null | undefined {
  const port = text === undefined ? undefined : Number(text)
  return port === undefined || (Number.isInteger(port) && port > 0 && port < 65_536) ? port : null
}

function options<T extends 'string' | 'boolean'>(
  names: readonly string[],
  type: T,
): Record<string, { type: T }> {
  return Object.fromEntries(names.map((name) => [name, { type }]))
}
