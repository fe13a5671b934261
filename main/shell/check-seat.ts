import { app } from 'electron'
import type { Lamp } from '#contract/health.ts'
import type { LampTone } from '#contract/health-verdicts.ts'
import type { Language } from '#contract/languages.ts'
import { checkClosedRoom } from '#core/health/check-closed-room.ts'
import { exitCode } from '#core/health/lamp-rules.ts'
import { lampWords, type SayKey } from '#core/health/say-lamp-rules.ts'
import { roomFiles } from '#core/house/room-files.ts'
import { NO_MEMORY } from '#core/kernel/clock-rules.ts'
import { systemClock } from '#core/kernel/system-clock.ts'
import en from '#locales/staff/en.json'
import zh from '#locales/staff/zh-CN.json'
import { built } from './built.ts'
import { roomFolder, startsWithExample } from './data-folder.ts'
import { settingsIn } from './settings-file.ts'
import { createVoice } from './voice.ts'

/**
 * Prints the lamps of this seat, worst first, and ends the program: 0 all is well, 1 something to mind, 2 something broken. Opens no
 * window, writes nothing, and does not mind whether the room is open in another process.
 */
export async function checkSeat(): Promise<never> {
  const memory = settingsIn(app.getPath('userData'))
  const heard = memory.voiceHeard ?? null
  const voice = createVoice({ heard: () => heard })
  const { lamps, language } = await checkClosedRoom({
    files: roomFiles(roomFolder(startsWithExample() ? 'example' : 'own')),
    clock: systemClock({ builtAt: built.at, memory: { ...NO_MEMORY, ...memory }, keep: () => {} }),
    voice: async () => ({ name: await voice.nameOf('zh-CN'), heard }),
    version: { name: built.version(), builtAt: built.at },
  })
  const lines = lamps.map((lamp) => lineOf(lamp, language))
  await new Promise<void>((done) => {
    process.stdout.write(`${lines.join('\n')}\n`, () => done())
  })
  process.exit(exitCode(lamps))
}

const marks: Readonly<Record<LampTone, string>> = { good: '[ok]', care: '[!!]', bad: '[XX]', unknown: '[??]' }

function lineOf(lamp: Lamp, language: Language): string {
  const { name, says, facts, deed } = lampWords(lamp, language, sayIn(language))
  const lines = [`${marks[lamp.tone]} ${name}: ${says}${facts && ` (${facts})`}`]
  if (deed !== undefined) lines.push(`     -> ${deed}`)
  return lines.join('\n')
}

const catalogs: Readonly<Record<Language, unknown>> = { 'zh-CN': zh, en }

/** A key of the staff's words, without the library that the windows look them up by. */
const sayIn =
  (language: Language): SayKey =>
  (key, facts) => {
    const place = key
      .split('.')
      .reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], catalogs[language])
    if (typeof place !== 'string') return key
    return place.replaceAll(/{{(\w+)}}/g, (_whole, name: string) => String(facts[name] ?? ''))
  }
