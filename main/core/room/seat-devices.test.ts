import { describe, expect, it } from 'vitest'
import type { DeviceNews, DeviceOut } from '#contract/devices.ts'
import { createSeatDevices } from './seat-devices.ts'

function seat() {
  const log: string[] = []
  const told: (readonly DeviceOut[])[] = []
  const write = (what: string) => (words: string, facts?: object) =>
    void log.push(`${what} ${words} ${JSON.stringify(facts)}`)
  const devices = createSeatDevices({ info: write('info'), warn: write('warn') })
  devices.onChange((out) => told.push(out))
  const tell = (device: DeviceNews['device'], is: DeviceNews['is'], outMs: number | null = null) =>
    devices.tell({ device, is, during: 'call', outMs })
  return { devices, log, told, tell }
}

describe('the camera and the microphone of a seat', () => {
  it('stand as out from when they fell out until they are back, with the reason that is so now', () => {
    const { devices, told, tell } = seat()
    tell('camera', 'missing')
    tell('microphone', 'silent')
    expect(devices.out()).toEqual([
      { device: 'camera', lack: 'missing' },
      { device: 'microphone', lack: 'silent' },
    ])
    tell('camera', 'busy')
    expect(devices.out()[0]).toEqual({ device: 'camera', lack: 'busy' })
    tell('camera', 'back', 2100)
    tell('microphone', 'opened')
    expect(devices.out()).toEqual([])
    expect(told).toHaveLength(5)
  })

  it('are written down with device and reason each time, and not when all is as ever', () => {
    const { log, told, tell } = seat()
    tell('camera', 'opened')
    expect(log).toEqual([])
    tell('microphone', 'silent')
    tell('microphone', 'silent')
    tell('microphone', 'back', 900)
    expect(log).toHaveLength(3)
    expect(log[0]).toMatch(/^warn .*"device":"microphone".*"what":"microphone-silent"/)
    expect(log[2]).toMatch(/^info .*"outMs":900/)
    expect(told).toHaveLength(2)
  })
})
