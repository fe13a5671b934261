import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { hostBinary } from '../host-binary.ts'
import { patience } from '../patience.ts'
import { killAll, processTree } from '../process-tree.ts'
import { ratios, spreadOf, text, type Row } from './table.ts'
import type { Place } from './window-rows.ts'

const root = resolve(import.meta.dirname, '../..')
const probe = join(import.meta.dirname, 'start-probe.cjs')

/** What a start goes through, in order; ms since the program was asked for. */
const phases = {
  program: 'the program runs its first line',
  ready: 'the app is ready',
  window: 'a window is there',
  asked: 'its page is asked for',
  navigated: 'the page has come',
  interactive: 'the document is read',
  evaluated: 'its scripts have run',
  drawn: 'what is waited for is there',
  painted: 'and painted',
} as const
type Phase = keyof typeof phases
type Reached = Readonly<Partial<Record<Phase | 'busy', number>>>

/** One start, without Playwright, which would take part in it. Ends the program in order, as the next start wants to find it. */
async function startOnce(what: {
  readonly app: string
  readonly folder: string
  readonly display: string
  /** A selector of what a person waits for; nothing: until the page is loaded. */
  readonly until?: string
}): Promise<Reached> {
  const out = mkdtempSync(join(tmpdir(), 'happy-home-start-'))
  const file = join(out, 'phases.json')
  const from = performance.timeOrigin + performance.now()
  const child = spawn(
    hostBinary().path,
    // As Playwright starts it: the build machines' user has no sandbox.
    ['--no-sandbox', '-r', probe, what.app, `--user-data-dir=${what.folder}`],
    {
      cwd: root,
      env: {
        ...process.env,
        DISPLAY: what.display,
        NODE_ENV: 'test',
        START_FROM: String(from),
        START_OUT: file,
        START_WAITS_FOR: what.until ?? '',
      },
      stdio: 'ignore',
    },
  )
  const late = setTimeout(() => killAll(processTree(child.pid ?? 0)), patience)
  try {
    await new Promise((done) => child.once('exit', done))
    return JSON.parse(readFileSync(file, 'utf8')) as Reached
  } finally {
    clearTimeout(late)
    rmSync(out, { recursive: true, force: true })
  }
}

const blankApp = join(import.meta.dirname, 'blank')
const startOfOurs = ({ room, display }: Place): Promise<Reached> =>
  startOnce({ app: root, folder: room, display, until: '.tile' })
const startOfBlank = ({ blank, display }: Place): Promise<Reached> =>
  startOnce({ app: blankApp, folder: blank, display })

const column = (all: readonly Reached[], phase: Phase | 'busy') =>
  all.map((one) => one[phase]).filter((at) => at !== undefined)
const ms = (all: readonly Reached[], phase: Phase | 'busy'): string =>
  column(all, phase).length === 0 ? '-' : text(spreadOf(column(all, phase)), 0)

/** Where a start spends its time, phase by phase, against a window with nothing in it, turn by turn. */
export async function startPhases(place: Place, pairs: number): Promise<Row[]> {
  const [ours, blank]: [Reached[], Reached[]] = [[], []]
  for (let pair = -1; pair < pairs; pair += 1) {
    const [one, other] = [await startOfBlank(place), await startOfOurs(place)]
    if (pair < 0) continue
    blank.push(one)
    ours.push(other)
  }
  const whole = spreadOf(ratios(column(ours, 'painted'), column(blank, 'painted')))
  return [
    ...Object.entries(phases).map(([phase, name]): Row => ({
      what: `start, ms until ${name}`,
      measured: `ours ${ms(ours, phase as Phase)}; blank ${ms(blank, phase as Phase)}`,
      target: '',
      held: undefined,
    })),
    {
      what: 'start, ms that the main process worked until then',
      measured: `ours ${ms(ours, 'busy')}; blank ${ms(blank, 'busy')}`,
      target: '',
      held: undefined,
    },
    {
      what: 'start to the faces painted ÷ a blank window painted, without Playwright',
      measured: text(whole),
      target: '≤ 1.5',
      held: whole.median <= 1.5,
    },
  ]
}
