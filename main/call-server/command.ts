import { parseArgs } from 'node:util'
import { err, ok, type Result } from '#core/kernel/result.ts'

/** What the operator wants. */
export type Command =
  | { readonly does: 'serve' | 'local' | 'list' | 'help' }
  | { readonly does: 'add-room' | 'add-seat' | 'revoke-seat' | 'remove-room'; readonly of: string }

export interface Asked {
  readonly command: Command
  readonly settings: string
  /** Folder and port of `--local`. */
  readonly state: string | undefined
  readonly port: number | undefined
}

export const usage = `npm run call-server -- [--settings FILE] [one of these]
  (nothing)             serve, until SIGTERM
  --local               serve on this machine only, with Kamailio, coturn and rtpengine [--state FOLDER] [--port 8480]
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
    const port = values.port === undefined ? undefined : Number(values.port)
    if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536))
      return err(`--port needs a number from 1 to 65535, not ${values.port}.`)
    return ok({ command, settings: values.settings, state: values.state, port })
  } catch (error) {
    return err(error instanceof Error ? error.message : String(error))
  }
}

function options<T extends 'string' | 'boolean'>(
  names: readonly string[],
  type: T,
): Record<string, { type: T }> {
  return Object.fromEntries(names.map((name) => [name, { type }]))
}
