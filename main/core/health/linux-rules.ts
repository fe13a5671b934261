import type { DisplayReading, InputReading } from './readings.ts'

/** Sound devices as `/proc/asound/pcm` lists them: `00-00: ALC269 Analog : ALC269 Analog : playback 1 : capture 1`. */
export function soundDevices(pcm: string): {
  readonly microphones: readonly string[]
  readonly speakers: readonly string[]
} {
  const devices = pcm.split('\n').flatMap((line) => {
    const [, name, , ...can] = line.split(':').map((part) => part.trim())
    if (name === undefined) return []
    const able = (what: string) => can.some((word) => word.startsWith(what))
    return [{ name, hears: able('capture'), sounds: able('playback') }]
  })
  const namesOf = (which: typeof devices) => [...new Set(which.map(({ name }) => name))]
  return {
    microphones: namesOf(devices.filter(({ hears }) => hears)),
    speakers: namesOf(devices.filter(({ sounds }) => sounds)),
  }
}

/** The mode that a display prefers: the first line of its `modes`. */
export function modeIn(modes: string): DisplayReading | undefined {
  const [, width, height] = /^(\d+)x(\d+)/.exec(modes) ?? []
  return width === undefined || height === undefined
    ? undefined
    : { width: Number(width), height: Number(height) }
}

/** Touches lie on the picture itself: the second bit of the properties. */
const DIRECT = 2

/** What one can type and point with, by `/proc/bus/input/devices`. A power button has keys, too, and is none. */
export function keyboardsAndPointers(list: string): InputReading {
  const devices = list.split(/\n\s*\n/).map((block) => {
    const handlers = /^H: Handlers=(.*)$/m.exec(block)?.[1] ?? ''
    const properties = Number.parseInt(/^B: PROP=([0-9a-f]+)/m.exec(block)?.[1] ?? '0', 16)
    const points = /\bmouse\d/.test(handlers)
    const isTouch = (properties & DIRECT) !== 0
    return {
      keyboard: /\bkbd\b/.test(handlers) && /\bleds\b/.test(handlers),
      pointer: points && !isTouch,
      touch: isTouch,
    }
  })
  const count = (kind: 'keyboard' | 'pointer' | 'touch') => devices.filter((one) => one[kind]).length
  return { keyboards: count('keyboard'), pointers: count('pointer'), touch: count('touch') }
}
