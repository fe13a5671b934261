import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createSpeaker, type Spoken } from './speech.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** To the end of the reading, whose rules come with the first text. */
async function readOut() {
  await vi.dynamicImportSettled()
  await vi.runAllTimersAsync()
}

function watched(speaker: ReturnType<typeof createSpeaker>) {
  const seen: (Spoken | undefined)[] = []
  let last: Spoken | undefined
  speaker.subscribe(() => {
    const spoken = speaker.spoken()
    // That no voice was found is told as well.
    if (spoken !== last) seen.push(spoken)
    last = spoken
  })
  return seen
}

describe('reading without a voice', () => {
  it('lights the characters one by one, then goes out', async () => {
    const speaker = createSpeaker()
    const seen = watched(speaker)
    speaker.speak('我的')
    await readOut()
    expect(seen.map((spoken) => spoken?.at)).toEqual([-1, 0, 1, undefined])
  })

  it('reads one text at a time: a second stops the first', async () => {
    const speaker = createSpeaker()
    speaker.speak('打电话')
    const seen = watched(speaker)
    speaker.speak('我')
    await readOut()
    expect(seen.some((spoken) => spoken?.text === '打电话')).toBe(false)
    expect(seen.at(-1)).toBeUndefined()
  })

  it('lights silently when the machine has no voice, or making one fails', async () => {
    for (const synthesize of [async () => undefined, () => Promise.reject(new Error('no espeak'))]) {
      const speaker = createSpeaker(synthesize)
      const seen = watched(speaker)
      speaker.speak('我')
      await readOut()
      expect(seen.map((spoken) => spoken?.at)).toEqual([-1, 0, undefined])
    }
  })

  it('is mute once no voice was found, until there is one or another language is asked for', async () => {
    let sound: Blob | undefined
    const speaker = createSpeaker(async () => sound)
    let told = 0
    speaker.subscribe(() => told++)
    expect(speaker.isMute()).toBe(false)
    await speaker.look()
    expect(speaker.isMute()).toBe(true)
    await speaker.look()
    expect(told).toBe(1)
    speaker.setLang('en')
    expect(speaker.isMute()).toBe(false)
    speaker.speak('Me')
    await readOut()
    expect(speaker.isMute()).toBe(true)
    sound = new Blob(['x'])
    await speaker.look()
    expect(speaker.isMute()).toBe(false)
  })

  it('asks for the language of the window', async () => {
    const asked: string[] = []
    const speaker = createSpeaker(async (_text, lang) => {
      asked.push(lang)
      return undefined
    })
    speaker.setLang('en')
    speaker.speak('Me')
    await readOut()
    expect(asked).toEqual(['en'])
  })
})
