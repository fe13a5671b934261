import { describe, expect, it } from 'vitest'
import { createCameraDoor } from './camera-door.ts'

describe('the door of camera and microphone', () => {
  it('is closed until opened, and closes itself after five minutes', () => {
    let now = 1000
    const door = createCameraDoor(() => now)
    expect(door.isOpen()).toBe(false)
    door.open()
    now += 299_999
    expect(door.isOpen()).toBe(true)
    now += 1
    expect(door.isOpen()).toBe(false)
    door.open()
    door.close()
    expect(door.isOpen()).toBe(false)
  })

  it('stays open for longer only while it is open', () => {
    let now = 1000
    const door = createCameraDoor(() => now)
    door.stay()
    expect(door.isOpen()).toBe(false)
    door.open()
    now += 200_000
    door.stay()
    now += 200_000
    expect(door.isOpen()).toBe(true)
    now += 100_000
    door.stay()
    expect(door.isOpen()).toBe(false)
  })
})
