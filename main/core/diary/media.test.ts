import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Step } from '#contract/diary.ts'
import { testGround, type TestGround } from '../db/test-ground.ts'
import { newId } from '../kernel/ids.ts'
import { ok, type Result } from '../kernel/result.ts'
import { keysAt } from '../keys/keys.fixture.ts'
import { createUsageService } from '../usage/service.ts'
import { createMediaFiles } from './media-files.ts'
import { createDiaryMedia, type DiaryMedia } from './media.ts'
import { createDiaryService, type DiaryService } from './service.ts'

const webm = (text: string) => new Uint8Array([0x1a, 0x45, 0xdf, 0xa3, ...Buffer.from(text)])
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text))
const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, ...Buffer.from('a photograph')])
const writer = { childId: 'a', sessionId: 's' }
const at = { x: 500, y: 500, size: 300, turn: 0 }

const value = <T>(answer: Result<T, unknown>): T => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  return answer.value
}
const voice = (media = newId()): Extract<Step, { kind: 'item' }> => ({
  id: newId(), kind: 'item', sheet: 0, item: newId(), thing: { kind: 'voice', media, seconds: 0 }, at,
}) // prettier-ignore
const photo = (media = newId()): Extract<Step, { kind: 'item' }> => ({
  id: newId(), kind: 'item', sheet: 0, item: newId(), thing: { kind: 'photo', media }, at,
}) // prettier-ignore
const mediaOf = (step: Step): string =>
  step.kind === 'item' && 'media' in step.thing ? step.thing.media : ''

interface Room {
  readonly ground: TestGround
  readonly media: DiaryMedia
  readonly diary: DiaryService
  readonly page: string
  settle(): Promise<void>
}

let folder: string
const file = (step: Step) => join(folder, mediaOf(step))

/** The room opened, and opened again after a power cut with the same `ground`. */
function roomAt(ground = testGround(), page?: string): Room {
  const { keys } = keysAt(ground)
  const media = createDiaryMedia(ground, {
    keys,
    files: createMediaFiles(folder),
    mediaAddress: (id) => `/media/page/${id}`,
  })
  const diary = createDiaryService(ground, {
    usage: createUsageService(ground),
    keys,
    media: { keep: async () => ok('f'.repeat(64)), read: async () => undefined, remove: async () => {} },
    mediaAddress: (hash) => `/media/${hash}`,
    pageMedia: media,
  })
  return {
    ground,
    media,
    diary,
    page: page ?? value(diary.begin('a')).id,
    settle: () => media.settle((childId, of, step) => diary.putKept(childId, of, step)),
  }
}
const again = ({ ground, page }: Room): Room => roomAt(ground, page)

/** What lies on the page. */
const things = ({ diary, page }: Room) =>
  value(diary.open('a', page)).sheets.flatMap(({ marks }) =>
    marks.flatMap((mark) => (mark.kind === 'item' ? [mark.thing] : [])),
  )
const heard = async ({ media }: Room, step: Step): Promise<string | undefined> => {
  const read = await media.read(mediaOf(step))
  return read && Buffer.from(read.bytes.subarray(read.type.startsWith('audio') ? 4 : 0)).toString()
}

/** Said piece by piece. */
async function say(room: Room, step: Step & { kind: 'item' }, pieces: readonly string[]): Promise<void> {
  value(room.media.begin('a', room.page, step))
  for (const [piece, text] of pieces.entries())
    value(await room.media.append('a', mediaOf(step), piece, piece === 0 ? webm(text) : bytesOf(text)))
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'page-media-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('a voice note', () => {
  it('grows sealed, is whole when it is finished, and lies on the page once its step is put down', async () => {
    const room = roomAt()
    const step = voice()
    await say(room, step, ['one ', 'two ', 'three'])
    expect(readFileSync(file(step)).includes('two')).toBe(false)
    // An answer that was lost: the same piece again changes nothing.
    expect(value(await room.media.append('a', mediaOf(step), 2, bytesOf('three')))).toEqual({ pieces: 3 })
    expect(room.media.mayPutDown(room.page, step)).toBe(false)
    expect(room.diary.put(writer, room.page, step)).toMatchObject({ error: { code: 'not-found' } })
    expect(value(await room.media.finish('a', mediaOf(step), 3))).toEqual({
      address: `/media/page/${mediaOf(step)}`,
    })
    expect(await heard(room, step)).toBe('one two three')
    expect(things(room)).toEqual([])
    value(room.diary.put(writer, room.page, step))
    expect(things(room)).toEqual([step.thing])
    expect(value(room.diary.open('a', room.page)).media).toEqual({
      [mediaOf(step)]: `/media/page/${mediaOf(step)}`,
    })
    // Put down: it can be undone, but not dropped, lengthened or put down elsewhere.
    expect(await room.media.drop('a', mediaOf(step))).toMatchObject({ error: { code: 'not-found' } })
    expect(await room.media.append('a', mediaOf(step), 3, bytesOf('x'))).toMatchObject({ ok: false })
    expect(room.diary.put(writer, room.page, { ...step, id: newId() })).toMatchObject({ ok: false })
    expect(await heard(room, step)).toBe('one two three')
  })

  it('that a power cut left growing lies on the page at the next start, but for a piece that was half written', async () => {
    const before = roomAt()
    const step = voice()
    await say(before, step, ['one ', 'two ', 'three'])
    truncateSync(file(step), readFileSync(file(step)).length - 3)
    const room = again(before)
    await room.settle()
    expect(await heard(room, step)).toBe('one two ')
    // Two pieces are one second.
    expect(things(room)).toEqual([{ ...step.thing, seconds: 1 }])
    await room.settle()
    expect(things(room)).toHaveLength(1)
  })

  it('loses nothing by blocks of zeros that a power cut left at its end', async () => {
    const before = roomAt()
    const step = voice()
    await say(before, step, ['one ', 'two '])
    appendFileSync(file(step), new Uint8Array(4096))
    const room = again(before)
    await room.settle()
    expect(await heard(room, step)).toBe('one two ')
  })

  it('that was heard and not put down yet when the turn ended lies on the page', async () => {
    const room = roomAt()
    const step = voice()
    await say(room, step, ['one '])
    value(await room.media.finish('a', mediaOf(step), 1))
    await room.settle()
    expect(things(room)).toEqual([{ ...step.thing, seconds: 1 }])
    // The page that was dying comes late with it.
    value(room.diary.put(writer, room.page, step))
    expect(things(room)).toHaveLength(1)
  })

  it('without a word is no voice, one that is something else neither; both are gone', async () => {
    const room = roomAt()
    const [silent, odd] = [voice(), voice()]
    value(room.media.begin('a', room.page, silent))
    expect(await room.media.finish('a', mediaOf(silent), 0)).toMatchObject({ error: { code: 'bad-input' } })
    value(room.media.begin('a', room.page, odd))
    value(await room.media.append('a', mediaOf(odd), 0, bytesOf('<script>')))
    expect(await room.media.finish('a', mediaOf(odd), 1)).toMatchObject({
      error: { code: 'file-unreadable' },
    })
    expect(readdirSync(folder)).toEqual([])
    await room.settle()
    expect(things(room)).toEqual([])
  })

  it('is taken no further than its limit, and what is kept stays', async () => {
    const room = roomAt()
    const step = voice()
    const { mostBytes, mostSeconds } = value(room.media.begin('a', room.page, step))
    expect(mostSeconds).toBe(120)
    value(await room.media.append('a', mediaOf(step), 0, webm('one')))
    expect(await room.media.append('a', mediaOf(step), 1, new Uint8Array(mostBytes))).toMatchObject({
      error: { code: 'file-too-large' },
    })
    value(await room.media.finish('a', mediaOf(step), 1))
    expect(await heard(room, step)).toBe('one')
  })

  it('is not to be heard when a byte of it was changed or its end was cut off', async () => {
    const room = roomAt()
    const step = voice()
    await say(room, step, ['one ', 'two ', 'three'])
    value(await room.media.finish('a', mediaOf(step), 3))
    value(room.diary.put(writer, room.page, step))
    const whole = readFileSync(file(step))
    writeFileSync(file(step), whole.with(60, whole[60]! ^ 1))
    expect(await room.media.read(mediaOf(step))).toBeUndefined()
    writeFileSync(file(step), whole)
    expect(await heard(room, step)).toBe('one two three')
    rmSync(file(step))
    expect(await room.media.read(mediaOf(step))).toBeUndefined()
  })
})

describe('a photograph', () => {
  it('comes whole, may be thrown away before it lies on the page, and keeps no trace', async () => {
    const room = roomAt()
    const step = photo()
    value(room.media.begin('a', room.page, step))
    value(await room.media.append('a', mediaOf(step), 0, jpeg))
    value(await room.media.finish('a', mediaOf(step), 0))
    expect(await room.media.read(mediaOf(step))).toMatchObject({ type: 'image/jpeg' })
    value(await room.media.drop('a', mediaOf(step)))
    expect(readdirSync(folder)).toEqual([])
    expect(room.media.find(mediaOf(step))).toBeUndefined()
  })

  it('that was undone keeps its file; it goes when something new takes its place for good', async () => {
    const room = roomAt()
    const step = photo()
    value(room.media.begin('a', room.page, step))
    value(await room.media.append('a', mediaOf(step), 0, jpeg))
    value(await room.media.finish('a', mediaOf(step), 0))
    value(room.diary.put(writer, room.page, step))
    value(room.diary.undo('a', room.page))
    expect(things(room)).toEqual([])
    expect(readdirSync(folder)).toEqual([mediaOf(step)])
    value(room.diary.redo('a', room.page))
    expect(things(room)).toEqual([step.thing])
    value(room.diary.undo('a', room.page))
    value(room.diary.put(writer, room.page, { id: newId(), kind: 'text', text: 'x' }))
    await room.settle()
    expect(readdirSync(folder)).toEqual([])
    expect(room.media.find(mediaOf(step))).toBeUndefined()
    expect(value(room.diary.open('a', room.page)).media).toEqual({})
  })
})

it('a file is nobody’s but the child’s whose page it is', async () => {
  const room = roomAt()
  const step = voice()
  await say(room, step, ['one '])
  const one = mediaOf(step)
  expect(room.media.begin('b', room.page, voice())).toMatchObject({ error: { code: 'not-found' } })
  expect(await room.media.append('b', one, 1, bytesOf('x'))).toMatchObject({ error: { code: 'not-found' } })
  expect(await room.media.finish('b', one, 1)).toMatchObject({ error: { code: 'not-found' } })
  expect(await room.media.drop('b', one)).toMatchObject({ error: { code: 'not-found' } })
  expect(room.media.begin('a', room.page, voice(one))).toMatchObject({ error: { code: 'bad-input' } })
  value(await room.media.finish('a', one, 1))
  room.ground.clock.pass(86_400_000)
  const other = value(room.diary.begin('a')).id
  expect(other).not.toBe(room.page)
  expect(room.diary.put(writer, other, step)).toMatchObject({ error: { code: 'not-found' } })
})

const mayMount = process.platform === 'linux' && process.getuid?.() === 0

// A real disk of half a megabyte, which runs full; the database lies elsewhere.
describe.skipIf(!mayMount)('a disk that is full', () => {
  beforeEach(() => execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=512k', 'tmpfs', folder]))
  afterEach(() => execFileSync('umount', ['-l', folder]))

  it('ends a voice note, and all that it had taken lies on the page', async () => {
    const room = roomAt()
    const step = voice()
    value(room.media.begin('a', room.page, step))
    const part = webm('x'.repeat(40_000))
    let piece = 0
    for (;;) {
      const answer = await room.media.append('a', mediaOf(step), piece, part)
      if (!answer.ok) {
        expect(answer.error.code).toBe('disk-full')
        break
      }
      piece = answer.value.pieces
    }
    expect(piece).toBeGreaterThan(8)
    value(await room.media.finish('a', mediaOf(step), piece))
    value(room.diary.put(writer, room.page, step))
    expect((await room.media.read(mediaOf(step)))?.bytes.length).toBe(piece * part.length)
  })
})
