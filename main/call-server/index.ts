import { lineLog } from './log.ts'
import { readCommand, usage } from './command.ts'
import { readSettings } from './settings.ts'
import { serve } from './serve.ts'
import { serveLocally } from './local.ts'
import { operate } from './operator.ts'

const asked = readCommand(process.argv.slice(2))
process.exitCode = asked.ok ? await run(asked.value) : complain(`${asked.error}\n${usage}`)

async function run({
  command,
  settings: file,
  state,
  port,
  trunk,
}: Extract<typeof asked, { ok: true }>['value']): Promise<number> {
  if (command.does === 'help') return say(usage)
  if (command.does === 'local') return ended(await serveLocally({ state, port, trunk }, lineLog))
  const settings = readSettings(file)
  if (!settings.ok) return complain(settings.error)
  if (command.does === 'serve') return ended(await serve(settings.value, lineLog))
  const answer = operate(settings.value, 'of' in command ? command : { does: 'list' })
  return answer.ok ? say(answer.value) : complain(answer.error)
}

function ended(problem: string | undefined): number {
  return problem === undefined ? 0 : complain(problem)
}

function say(text: string): number {
  process.stdout.write(`${text}\n`)
  return 0
}

function complain(text: string): number {
  process.stderr.write(`${text}\n`)
  return 1
}
