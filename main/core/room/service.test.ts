import { describe, expect, it } from 'vitest'
import { testGround } from '#core/db/test-ground.ts'
import { createRoomService } from './service.ts'
import { firstSettings } from './store.ts'

const parts = { example: false, examplePin: null, version: '0.1.0' }

describe('settings', () => {
  it('start as rooms do in practice, and keep what is changed', () => {
    const ground = testGround()
    const room = createRoomService(ground, parts)
    expect(room.settings()).toEqual(firstSettings)
    const wanted = { ...firstSettings, sessionMinutes: 40, pinyin: true, school: '石城镇中心小学' }
    room.changeSettings(wanted)
    expect(room.settings()).toEqual(wanted)
    expect(createRoomService(ground, parts).settings()).toEqual(wanted)
  })

  it('fall back one by one where a value is damaged, and say so in the log', () => {
    const ground = testGround()
    createRoomService(ground, parts).changeSettings({ ...firstSettings, idleMinutes: 9, pinyin: true })
    const damage = (id: string, value: string) =>
      ground.db.run('UPDATE room_setting SET value = ? WHERE id = ?', [value, id])
    damage('sessionMinutes', '{"cut off')
    damage('gameMinutes', '9000')
    damage('language', '')
    damage('school', 'null')
    const warned: unknown[] = []
    const log = { ...ground.log, warn: (_: string, facts?: unknown) => void warned.push(facts) }
    expect(createRoomService({ ...ground, log }, parts).settings()).toEqual({
      ...firstSettings,
      idleMinutes: 9,
      pinyin: true,
    })
    expect(warned).toEqual(['school', 'language', 'sessionMinutes', 'gameMinutes'].map((name) => ({ name })))
  })

  it('go through the change log; the number on the table does not, it is this seat’s own', () => {
    const ground = testGround()
    createRoomService(ground, parts).begin(firstSettings, 7)
    expect(createRoomService(ground, parts).look()).toMatchObject({ seat: 7 })
    const shared = ground.db.all<{ id: string }>('SELECT row_id AS id FROM change')
    expect(shared.map(({ id }) => id).toSorted()).toEqual(Object.keys(firstSettings).toSorted())
  })
})

describe('what windows see', () => {
  it('is told on every change until nobody listens', () => {
    const room = createRoomService(testGround(), parts)
    const told: string[] = []
    const stop = room.onChange(({ room: name }) => void told.push(name))
    room.changeSettings({ ...firstSettings, room: '快乐家园一室' })
    stop()
    room.changeSettings({ ...firstSettings, room: '二室' })
    expect(told).toEqual(['快乐家园一室'])
  })
})

describe('notices', () => {
  it('stand once for each reason, newest first, until they are cleared', () => {
    const ground = testGround()
    const room = createRoomService(ground, parts)
    room.addNotice('disk-low', { megabytes: 90 })
    ground.clock.pass(1000)
    room.addNotice('clock-untrusted')
    ground.clock.pass(1000)
    room.addNotice('disk-low', { megabytes: 80 })
    expect(room.notices().map(({ code, facts }) => [code, facts])).toEqual([
      ['disk-low', { megabytes: 80 }],
      ['clock-untrusted', undefined],
    ])
    room.clearNotice('disk-low')
    expect(room.notices().map(({ code }) => code)).toEqual(['clock-untrusted'])
  })
})
