import { mkdtempSync, mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { hostBinary } from '../host-binary.ts'
import { startScreen } from '../virtual-screen.ts'
import { createCamera, type Camera } from './camera.ts'
import { writeIndex } from './index-page.ts'
import { makeTemplate } from './rooms.ts'
import { isForChildrenOnly, languages, screens, sizes, type Lang, type Size } from './screens.ts'
import type { VisitParts } from './visit.ts'
import { arrival } from './way-arrival.ts'
import { calls } from './way-calls.ts'
import { childsTurn } from './way-child.ts'
import { diary } from './way-diary.ts'
import { diaryMedia } from './way-diary-media.ts'
import { fullDisk } from './way-full-disk.ts'
import { firstRun } from './way-first-run.ts'
import { boards } from './way-learn-boards.ts'
import { computerSkills } from './way-learn-computer.ts'
import { problems } from './way-learn-problems.ts'
import { learningStates } from './way-learn-states.ts'
import { puzzles } from './way-learn-puzzles.ts'
import { typingAndCharacters } from './way-learn-typing.ts'
import { limits } from './way-limits.ts'
import { ownPlace } from './way-me.ts'
import { messages } from './way-messages.ts'
import { guardianRights } from './way-rights.ts'
import { opening } from './way-opening.ts'
import { staffsDay } from './way-staff.ts'
import { time } from './way-time.ts'
import { trouble } from './way-trouble.ts'
import { twice } from './way-twice.ts'

const out = resolve(import.meta.dirname, '../../out/tour')

type Way = (camera: Camera, template: string, parts: VisitParts) => Promise<void>

const ways: Readonly<Record<string, Way>> = {
  'first-run': (camera, _template, parts) => firstRun(camera, parts),
  arrival,
  child: childsTurn,
  me: ownPlace,
  boards,
  'learn-computer': computerSkills,
  calls,
  limits,
  'learn-puzzles': puzzles,
  'learn-typing': typingAndCharacters,
  'learn-problems': problems,
  'learn-states': learningStates,
  diary,
  'diary-media': diaryMedia,
  messages,
  'full-disk': fullDisk,
  time,
  staff: staffsDay,
  rights: guardianRights,
  trouble,
  opening,
  twice,
}

/** Ways through the staff window: passed over where only children's screens are looked at. */
const consoleOnly: ReadonlySet<string> = new Set(['first-run', 'staff', 'rights', 'twice'])

async function takeOne(lang: Lang, size: Size, template: string, wanted: readonly string[]): Promise<Camera> {
  const camera = createCamera(lang, size, out)
  const screen = hostBinary().host === 'electron' ? await startScreen(size) : undefined
  try {
    for (const name of wanted) {
      if (isForChildrenOnly(size) && consoleOnly.has(name)) continue
      const way = ways[name]
      if (!way) throw new Error(`There is no way called ${name}: ${Object.keys(ways).join(', ')}`)
      await camera.stretch(name, () =>
        way(camera, template, { display: screen?.display ?? process.env['DISPLAY'] ?? '' }),
      )
    }
  } finally {
    await screen?.stop()
  }
  return camera
}

/**
 * Drives the built app through every screen and takes its pictures, two ways at a time. Arguments choose some of it:
 * `--lang=en`, `--size=1024x768`, `--way=child,staff`. Answers whether everything went well.
 */
export async function takeTour(args: readonly string[]): Promise<boolean> {
  const chosen = (name: string) =>
    args
      .find((one) => one.startsWith(`--${name}=`))
      ?.split('=')[1]
      ?.split(',')
  const wanted = chosen('way') ?? Object.keys(ways)
  const plans = languages
    .filter((lang) => chosen('lang')?.includes(lang) ?? true)
    .flatMap((lang) =>
      sizes.filter((size) => chosen('size')?.includes(size) ?? true).map((size) => ({ lang, size })),
    )
  const template = mkdtempSync(join(tmpdir(), 'happy-home-template-'))
  const began = performance.now()
  const cameras: Camera[] = []
  try {
    mkdirSync(out, { recursive: true })
    console.log('Making the room ...')
    await makeTemplate(template)
    const walk = async (): Promise<void> => {
      for (let plan = plans.shift(); plan; plan = plans.shift())
        cameras.push(await takeOne(plan.lang, plan.size, template, wanted))
    }
    await Promise.all([walk(), walk()])
  } finally {
    rmSync(template, { recursive: true, force: true })
  }
  writeIndex(out)
  return tell(cameras, wanted.length === Object.keys(ways).length, performance.now() - began)
}

function tell(cameras: readonly Camera[], whole: boolean, took: number): boolean {
  let good = true
  for (const { lang, size, failures, skipped, notes, missing } of cameras) {
    // What the ways through the console would have taken is not missed at a size without them.
    const lost = whole && !isForChildrenOnly(size) ? missing() : []
    good &&= failures.length === 0 && lost.length === 0
    console.log(`\n${lang} ${size}: ${screens.length - missing().length} of ${screens.length} screens`)
    for (const failure of failures) console.log(`  FAILED ${failure}`)
    for (const name of lost) console.log(`  MISSING ${name}`)
    for (const why of skipped) console.log(`  skipped ${why}`)
    for (const { screen, finding } of notes)
      console.log(`  look at ${screen}: ${finding.rule} ${finding.what}`)
  }
  console.log(`\nPictures: out/tour/index.html (${Math.round(took / 1000)} s)`)
  return good
}
