import { readFileSync } from 'node:fs'

/** A recording of 16 bit PCM, one channel of it. */
export interface Sound {
  readonly rate: number
  readonly samples: Float64Array
}

/** Reads a WAV whose lengths may not be filled in yet, as of a recorder that still runs or was killed. */
export function readWave(file: string): Sound {
  const bytes = readFileSync(file)
  const format = bytes.indexOf('fmt ')
  const data = bytes.indexOf('data')
  if (format < 0 || data < 0) return { rate: 8000, samples: new Float64Array() }
  const [channels, rate] = [bytes.readUInt16LE(format + 10), bytes.readUInt32LE(format + 12)]
  const step = channels * 2
  const samples = new Float64Array(Math.floor((bytes.length - data - 8) / step))
  for (let at = 0; at < samples.length; at += 1) samples[at] = bytes.readInt16LE(data + 8 + at * step)
  return { rate, samples }
}

/** How much of a frequency there is in some samples: Goertzel's rule, as a share (0 to 1) of all their energy. */
export function shareOf({ rate, samples }: Sound, hz: number): number {
  const turn = 2 * Math.cos((2 * Math.PI * hz) / rate)
  let [before, now, energy] = [0, 0, 0]
  for (const sample of samples) {
    ;[before, now] = [now, sample + turn * now - before]
    energy += sample * sample
  }
  const power = now * now + before * before - turn * now * before
  return energy === 0 ? 0 : (2 * power) / (samples.length * energy)
}

/** A tone that codecs and a bad link have worn still has more of the energy than all else. */
const HEARD = 0.5
const SECONDS = 0.5

/** Whether the last half second is mostly a tone of this frequency. */
export function hearsTone({ rate, samples }: Sound, hz: number): boolean {
  const last = { rate, samples: samples.subarray(-Math.round(SECONDS * rate)) }
  return last.samples.length >= SECONDS * rate && shareOf(last, hz) > HEARD
}
