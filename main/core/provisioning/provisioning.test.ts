import { execFileSync } from 'node:child_process'
import { generateKeyPairSync, sign } from 'node:crypto'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openHouseIn } from '#core/house/house-on-disk.fixture.ts'
import type { RoomCard } from '#contract/room-card.ts'
import { CARD_FILE, findCard } from './find-card.ts'
import { isOtherMachine, machineMarks } from './machine-marks.ts'
import { NUMBERS, takeSeatNumber } from './seat-numbers.ts'
import { fingerprintOf, readCard, signCard, type Trust } from './signed-card.ts'

const school = generateKeyPairSync('ed25519')
const stranger = generateKeyPairSync('ed25519')
const now = { at: Date.UTC(2026, 10, 30), trusted: true }
const card: RoomCard = {
  kind: 'happy-home-room',
  format: 1,
  version: 3,
  issuedAt: now.at - 1000,
  expiresAt: now.at + 86_400_000,
  school: '石城镇中心小学',
  room: '快乐家园一室',
  seats: 4,
  language: 'zh-CN',
  staffLanguage: 'zh-CN',
  serverLine: null,
  policies: {
    pinyin: true,
    sessionMinutes: 30,
    gameMinutes: 20,
    restMinutes: 20,
    turnsADay: 0,
    idleMinutes: 5,
    messageDays: 30,
    talkMinutes: 30,
    roomPhone: 'none',
  },
  programs: ['tuxpaint.desktop'],
  holidays: [{ from: '2027-02-01', to: '2027-02-14', name: '春节' }],
}
const trust: Trust = { keys: [fingerprintOf(school.publicKey)], newest: () => 0, now }

let stick: string
beforeEach(() => void (stick = mkdtempSync(join(tmpdir(), 'stick-'))))
afterEach(() => rmSync(stick, { recursive: true, force: true }))
const put = (text: string | Uint8Array): void => writeFileSync(join(stick, CARD_FILE), text)
const refusedOf = (by: Partial<Trust> = {}) => {
  const { found, refused } = findCard([stick], { ...trust, ...by })
  expect(found).toBeUndefined()
  return refused.map(({ why }) => why)
}

describe('a provisioning file', () => {
  it('is taken as it was signed, the newest of several', () => {
    put(signCard(card, school.privateKey))
    const other = mkdtempSync(join(tmpdir(), 'stick-'))
    writeFileSync(join(other, CARD_FILE), signCard({ ...card, version: 2 }, school.privateKey))
    const { found, refused } = findCard([other, stick, join(stick, 'nothing')], trust)
    expect(found).toMatchObject({ card, isKnownKey: true, isAgeUnknown: false, folder: stick })
    expect(refused).toEqual([])
    rmSync(other, { recursive: true })
  })

  it.each<[string, () => void, Partial<Trust>, string]>([
    ['of another key', () => put(signCard(card, stranger.privateKey)), {}, 'other-key'],
    ['older than the one that was taken', () => put(signCard(card, school.privateKey)), { newest: () => 4 }, 'older'],
    ['that has ended', () => put(signCard({ ...card, expiresAt: now.at - 1 }, school.privateKey)), {}, 'expired'],
    ['cut short', () => {
      put(signCard(card, school.privateKey))
      truncateSync(join(stick, CARD_FILE), 300)
    }, {}, 'unreadable'],
    ['with the card of another file', () => {
      const [one, two] = [card, { ...card, room: '别的' }].map((each) => JSON.parse(signCard(each, school.privateKey)))
      put(JSON.stringify({ ...one, card: two.card }))
    }, {}, 'bad-signature'],
    ['with the name of a known key on the signature of a stranger', () => {
      const [one, two] = [school, stranger].map(({ privateKey }) => JSON.parse(signCard(card, privateKey)))
      put(JSON.stringify({ ...two, key: one.key }))
    }, {}, 'bad-signature'],
    ['signed for something else', () => {
      const file = JSON.parse(signCard(card, school.privateKey))
      put(JSON.stringify({ ...file, signature: sign(null, Buffer.from(file.card, 'base64'), school.privateKey).toString('base64') }))
    }, {}, 'bad-signature'],
    ['that is a link', () => {
      writeFileSync(join(stick, 'elsewhere'), signCard(card, school.privateKey))
      symlinkSync(join(stick, 'elsewhere'), join(stick, CARD_FILE))
    }, {}, 'not-plain'],
    ['that is a folder', () => mkdirSync(join(stick, CARD_FILE)), {}, 'not-plain'],
    ['that is a pipe which nobody writes', () => void execFileSync('mkfifo', [join(stick, CARD_FILE)]), {}, 'not-plain'],
    ['of 100 MB', () => {
      put('{')
      truncateSync(join(stick, CARD_FILE), 100 * 2 ** 20)
    }, {}, 'too-large'],
    ['with more in it than we know', () => {
      const bytes = Buffer.from(JSON.stringify({ ...card, run: 'rm' }))
      const signature = sign(null, Buffer.concat([Buffer.from('happy-home-room/1\n'), bytes]), school.privateKey)
      put(JSON.stringify({ ...JSON.parse(signCard(card, school.privateKey)), card: bytes.toString('base64'), signature: signature.toString('base64') }))
    }, {}, 'unreadable'],
  ])('is refused: %s', (_name, make, by, why) => {
    make()
    const begun = performance.now()
    expect(refusedOf(by)).toEqual([why])
    expect(performance.now() - begun).toBeLessThan(2000)
  }) // prettier-ignore

  it('that changes after it was checked changes nothing: one reading is checked and used', () => {
    const bytes = Buffer.from(signCard(card, school.privateKey))
    const read = readCard(bytes, trust)
    bytes.fill(0)
    expect(read).toMatchObject({ ok: true, value: { card } })
  })

  it('whose end a wrong clock cannot judge is taken and says so; one of an unknown key asks for a person', () => {
    put(signCard({ ...card, expiresAt: 5 }, school.privateKey))
    expect(findCard([stick], { ...trust, now: { at: 0, trusted: false } }).found?.isAgeUnknown).toBe(true)
    put(signCard(card, stranger.privateKey))
    expect(findCard([stick], { ...trust, keys: [] }).found).toMatchObject({
      isKnownKey: false,
      fingerprint: fingerprintOf(stranger.publicKey),
    })
  })

  it('is never taken with one character changed, wherever', () => {
    const text = signCard(card, school.privateKey)
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.string({ minLength: 1, maxLength: 1 }), (at, character) => {
        const changed = text.slice(0, at) + character + text.slice(at + 1)
        const read = readCard(Buffer.from(changed), trust)
        // What stands outside of the signed words may change without a meaning, such as a space; then the card is the same.
        if (read.ok) expect(read.value.card).toEqual(card)
      }),
      { numRuns: 400 },
    )
  })
})

describe('the numbers of seats', () => {
  it('are never given twice by one stick, and stay with their seat', () => {
    const given = ['a', 'b', 'c', 'a', 'd'].map((seat) => takeSeatNumber(stick, seat.repeat(36), 4))
    expect(given).toEqual([1, 2, 3, 1, 4])
    expect(takeSeatNumber(stick, 'e'.repeat(36), 4)).toBeUndefined()
    expect(readdirSync(join(stick, NUMBERS))).toHaveLength(4)
  })
  it('are asked of a person where the stick takes nothing', () => {
    writeFileSync(join(stick, NUMBERS), 'a file in the way')
    expect(takeSeatNumber(stick, 'a'.repeat(36), 4)).toBeUndefined()
  })
})

describe('a machine', () => {
  it('is known by its cards, and a copied disk finds none of them', () => {
    const net = (name: string, address: string, isCard = true) => {
      mkdirSync(join(stick, 'class/net', name, ...(isCard ? ['device'] : [])), { recursive: true })
      writeFileSync(join(stick, 'class/net', name, 'address'), `${address}\n`)
    }
    net('lo', '00:00:00:00:00:00', false)
    net('enp3s0', '52:54:00:12:34:56')
    net('docker0', '02:42:00:00:00:01', false)
    const marks = machineMarks(stick)
    expect(marks).toHaveLength(1)
    expect(marks.join()).not.toContain('52:54')
    expect(isOtherMachine(marks, marks)).toBe(false)
    net('wlan0', '00:11:22:33:44:55')
    expect(isOtherMachine(marks, machineMarks(stick))).toBe(false)
    expect(isOtherMachine(marks, ['another'])).toBe(true)
    expect(isOtherMachine([], marks)).toBe(false)
    expect(isOtherMachine(marks, [])).toBe(false)
    expect(machineMarks(join(stick, 'nothing'))).toEqual([])
  })
})

it('a console makes a file of its own room, a newer one each time, which another seat takes and which names nobody', async () => {
  const room = mkdtempSync(join(tmpdir(), 'room-'))
  const documents = join(room, 'documents')
  const house = openHouseIn(room, { documents })
  house.children.add({ name: '林小雨', classLabel: '二(1)班', number: null, birthday: null })
  const [place] = await house.files.places()
  for (const version of [1, 2])
    expect(await house.makeCard({ place: place!.id, seats: 4, days: 30 })).toMatchObject({ ok: true, value: { version } })
  const { found } = findCard([documents], { keys: [], newest: () => 2, now })
  expect(found?.card).toMatchObject({ version: 2, seats: 4, school: house.room.settings().school })
  expect(JSON.stringify(found?.card)).not.toContain('林小雨')
  expect(findCard([documents], { keys: [], newest: () => 3, now }).refused).toMatchObject([{ why: 'older' }])
  expect(await house.makeCard({ place: 'elsewhere', seats: 4, days: 30 })).toMatchObject({ error: { code: 'no-place' } })
  await house.close()
  rmSync(room, { recursive: true })
}) // prettier-ignore
