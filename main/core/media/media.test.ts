import { chmodSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { StaffPerson } from '#contract/people.ts'
import { testGround, testNoon } from '#core/db/test-ground.ts'
import { keysAt } from '#core/keys/keys.fixture.ts'
import { placeOf } from '#core/diary/paper.ts'
import { createMediaFiles } from '../diary/media-files.ts'
import { createDiaryMedia } from '../diary/media.ts'
import { createReaders } from '../diary/readers.ts'
import { createMediaAccess } from './access.ts'
import { pictureType } from './picture-rules.ts'
import { createMediaStore } from './store.ts'

const png = (last: number) => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, last])
const teacher: StaffPerson = { id: 't', name: '李', role: 'volunteer' }
const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))
const folders: string[] = []

function mediaFolder() {
  const root = mkdtempSync(join(tmpdir(), 'media-'))
  folders.push(root)
  const ground = testGround()
  const media = createMediaStore({ root, clock: ground.clock, log: ground.log })
  const keys = keysAt(ground).keys
  const pageMedia = createDiaryMedia(ground, {
    keys,
    files: createMediaFiles(join(root, 'page')),
    mediaAddress: (id) => `/media/page/${id}`,
  })
  const readers = createReaders(ground.db)
  return {
    root,
    ground,
    media,
    keys,
    pageMedia,
    access: createMediaAccess(ground.db, media, { keys, readers, pageMedia }),
  }
}

async function kept(media: ReturnType<typeof createMediaStore>, kind: 'photo' | 'diary', last: number) {
  const answer = await media.keep(png(last), kind)
  if (!answer.ok) throw new Error(answer.error)
  return answer.value
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

describe('the media folder', () => {
  it('keeps the same bytes once, leaves nothing aside, and gives them back', async () => {
    const { root, media } = mediaFolder()
    const hash = await kept(media, 'photo', 1)
    expect(await kept(media, 'photo', 1)).toBe(hash)
    expect(readdirSync(join(root, 'photo'))).toEqual([hash])
    expect(await media.read('photo', hash)).toEqual(Buffer.from(png(1)))
  })

  it('does not give out a damaged file, and mends it when the picture comes again', async () => {
    const { media } = mediaFolder()
    const hash = await kept(media, 'photo', 1)
    writeFileSync(media.path('photo', hash), png(2))
    expect(await media.read('photo', hash)).toBeUndefined()
    await kept(media, 'photo', 1)
    expect(await media.read('photo', hash)).toBeDefined()
  })

  it('takes a file over as it lies there, and removes one at once', async () => {
    const { root, media } = mediaFolder()
    const part = join(root, 'part')
    writeFileSync(part, png(3))
    const adopted = await media.adopt(part, 'message')
    if (!adopted.ok) throw new Error(adopted.error)
    expect(readdirSync(root)).toEqual(['message'])
    expect(readdirSync(join(root, 'message'))).toEqual([adopted.value])
    expect(await media.read('message', adopted.value)).toEqual(Buffer.from(png(3)))
    await expect(media.adopt(part, 'message')).rejects.toThrow('ENOENT')
    await media.remove('message', adopted.value)
    expect(readdirSync(join(root, 'message'))).toEqual([])
    await media.remove('message', adopted.value)
  })

  it('reads only names that are hashes', async () => {
    const { media } = mediaFolder()
    for (const name of ['../house.db', '', 'x'.repeat(64), `${'a'.repeat(64)}/..`]) {
      expect(await media.read('photo', name)).toBeUndefined()
      expect(() => media.path('photo', name)).toThrow()
    }
  })

  it('says why it could not keep a picture', async () => {
    const { root, media } = mediaFolder()
    writeFileSync(join(root, 'photo'), '')
    await expect(media.keep(png(1), 'photo')).rejects.toThrow('EEXIST')
    rmSync(join(root, 'photo'))
    chmodSync(root, 0o500)
    // root may write everywhere: there the folder is made all the same
    if (process.getuid?.() !== 0) {
      expect(await media.keep(png(1), 'photo')).toEqual({ ok: false, error: 'read-only' })
    }
    chmodSync(root, 0o700)
  })

  it('sweeps what no row names after a day, and nothing while the clock is wrong', async () => {
    const { root, ground, media } = mediaFolder()
    const [named, old, young] = [
      await kept(media, 'photo', 1),
      await kept(media, 'photo', 2),
      await kept(media, 'photo', 3),
    ]
    writeFileSync(join(root, 'photo', 'cut-off.part'), '')
    const age = (name: string, ms: number) => {
      const at = (testNoon - ms) / 1000
      utimesSync(join(root, 'photo', name), at, at)
    }
    for (const name of [named, old, 'cut-off.part']) age(name, 25 * 3_600_000)
    age(young, 3_600_000)
    const untrusting = createMediaStore({
      root,
      clock: { certain: () => 0 },
      log: ground.log,
    })
    expect(await untrusting.sweep(() => new Set())).toBe(0)
    expect(await media.sweep(() => new Set([named]))).toBe(2)
    expect(readdirSync(join(root, 'photo')).toSorted()).toEqual([named, young].toSorted())
  })
})

const addChild = (db: ReturnType<typeof testGround>['db'], id: string, photo: string | null, left: number | null) =>
  db.shared.set('child', id, {
    name: '林', pinyin: '', letter: 'L', sort_key: '', given: '', animal: 'fox', tone: 'sun',
    photo, created_at: 0, left_at: left,
  }) // prettier-ignore

describe('who may see a picture', () => {
  it('a photograph: the child’s window and signed-in staff, as long as the child is in the room', async () => {
    const { ground, media, access } = mediaFolder()
    const hash = await kept(media, 'photo', 1)
    const see = (viewer: Parameters<typeof access.resolveMedia>[2]) =>
      access.resolveMedia('photo', hash, viewer)
    expect(await see({ window: 'pupil' })).toBeUndefined()
    addChild(ground.db, 'c', hash, null)
    expect(await see({ window: 'pupil' })).toMatchObject({ type: 'image/png' })
    expect(await see({ window: 'staff', person: teacher })).toBeDefined()
    expect(await see({ window: 'staff' })).toBeUndefined()
    expect(await see({ window: 'staff', childId: 'c' })).toBeUndefined()
    addChild(ground.db, 'c', hash, 1)
    expect(await see({ window: 'pupil' })).toBeUndefined()
    expect(access.named('photo')).toEqual(new Set([hash]))
  })

  it('a relative’s photograph: the child whose relative it is and signed-in staff, and it is not swept', async () => {
    const { ground, media, access } = mediaFolder()
    const hash = await kept(media, 'photo', 1)
    const see = (viewer: Parameters<typeof access.resolveMedia>[2]) =>
      access.resolveMedia('photo', hash, viewer)
    addChild(ground.db, 'c', null, null)
    ground.db.shared.set('contact', 'm', {
      child_id: 'c', relation: '妈妈', name: '陈', called: '妈妈', is_guardian: 1, photo: hash, created_at: 0,
    }) // prettier-ignore
    expect(await see({ window: 'pupil', childId: 'c' })).toBeDefined()
    expect(await see({ window: 'pupil', childId: 'another' })).toBeUndefined()
    expect(await see({ window: 'pupil' })).toBeUndefined()
    expect(await see({ window: 'staff', person: teacher })).toBeDefined()
    expect(await see({ window: 'staff' })).toBeUndefined()
    expect(access.named('photo')).toEqual(new Set([hash]))
  })

  it('a diary page: the child whose it is, in a session; never staff', async () => {
    const { ground, media, keys, access } = mediaFolder()
    const ring = keys.ringOf('c')
    const answer = await media.keep(ring.sealBytes(ring.own(), placeOf.thumbnail('p'), png(1)), 'diary')
    const hash = answer.ok ? answer.value : ''
    const see = (viewer: Parameters<typeof access.resolveMedia>[2]) =>
      access.resolveMedia('diary', hash, viewer)
    ground.db.run(
      `INSERT INTO diary_page (id, child_id, day, started_at, thumbnail) VALUES ('p', 'c', '2026-11-22', 0, ?)`,
      [hash],
    )
    expect((await see({ window: 'pupil', childId: 'c' }))?.bytes).toEqual(Buffer.from(png(1)))
    expect(await see({ window: 'pupil', childId: 'd' })).toBeUndefined()
    expect(await see({ window: 'pupil' })).toBeUndefined()
    expect(await see({ window: 'staff', person: { ...teacher, role: 'coordinator' } })).toBeUndefined()
    expect(await see({ window: 'staff', childId: 'c', person: teacher })).toBeUndefined()
    expect(await access.resolveMedia('photo', hash, { window: 'pupil', childId: 'c' })).toBeUndefined()
    expect(await access.resolveMedia('house.db', hash, { window: 'pupil', childId: 'c' })).toBeUndefined()
    expect(access.named('diary')).toEqual(new Set([hash]))
  })

  it('a message: the child whose it is, by the type of its row, and nobody of the staff', async () => {
    const { ground, media, access } = mediaFolder()
    const sound = await media.keep(bytes('\x1a\x45\xdf\xa3'), 'message')
    if (!sound.ok) throw new Error(sound.error)
    const see = (viewer: Parameters<typeof access.resolveMedia>[2]) =>
      access.resolveMedia('message', sound.value, viewer)
    ground.db.run(
      `INSERT INTO message (id, child_id, contact_id, direction, kind, type, size, length_ms, at, state, hash)
       VALUES ('m', 'c', 'k', 'in', 'voice', 'audio/webm', 4, 1, 0, 'here', ?)`,
      [sound.value],
    )
    expect(await see({ window: 'pupil', childId: 'c' })).toMatchObject({ type: 'audio/webm' })
    expect(await see({ window: 'pupil', childId: 'd' })).toBeUndefined()
    expect(await see({ window: 'pupil' })).toBeUndefined()
    expect(
      await see({ window: 'staff', childId: 'c', person: { ...teacher, role: 'coordinator' } }),
    ).toBeUndefined()
    expect(access.named('message')).toEqual(new Set([sound.value]))
  })
})

it('knows pictures by their first bytes', () => {
  expect(pictureType(png(0))).toBe('image/png')
  expect(pictureType(bytes('\xff\xd8\xff\xe0'))).toBe('image/jpeg')
  expect(pictureType(bytes('RIFF\0\0\0\0WEBPVP8 '))).toBe('image/webp')
  for (const other of ['', 'RIFF\0\0\0\0WAVE', 'GIF89a', '<svg', '\x89PN']) {
    expect(pictureType(bytes(other))).toBeUndefined()
  }
})
