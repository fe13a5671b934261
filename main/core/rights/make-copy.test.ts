import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { testGround, testNoon } from '../db/test-ground.ts'
import { createFilesService } from '../files/service.ts'
import { silentLog } from '../kernel/log.ts'
import { newId } from '../kernel/ids.ts'
import { makeCopy, type CopyInput } from './make-copy.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'copy-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const words = {
  language: 'zh-CN', title: '{{name}}的数据', made: '{{day}} 做的', intro: '', diary: '写了 {{count}} 页', talks: '', nothing: '没有',
  table: '整张表', open: '打开', yes: '是', no: '否', parts: {}, columns: { name: '姓名' }, words: { kind: { voice: '录音' } },
} as const // prettier-ignore

function room(answers: number): CopyInput & { readonly sound: Buffer; readonly other: string } {
  const path = join(folder, 'room.sqlite')
  const { db } = testGround({ path })
  const [child, other, contact] = [newId(), newId(), newId()]
  const add = (id: string, name: string) =>
    db.shared.set('child', id, { name, pinyin: '', letter: 'L', sort_key: name, given: name, number: '=cmd()', animal: 'cat', tone: 'sun', created_at: testNoon }) // prettier-ignore
  add(child, '林<b>小雨')
  add(other, '王小明')
  db.shared.set('contact', contact, { child_id: child, relation: '奶奶', name: '黄阿英', called: '奶奶', is_guardian: 1, city: null, spoken: null, language: 'zh-CN', phones: '["+8613900112233","+8613900112234"]', photo: null, approved_by: null, created_at: 1, trusted: 1 }) // prettier-ignore
  const sound = Buffer.alloc(3 * 2 ** 20 + 17, 'sound')
  const hash = createHash('sha256').update(sound).digest('hex')
  const media = join(folder, 'media')
  mkdirSync(join(media, 'message'), { recursive: true })
  writeFileSync(join(media, 'message', hash), sound)
  const message = (of: string, named: string) =>
    db.run(`INSERT INTO message (id, child_id, contact_id, direction, kind, type, size, length_ms, at, state, hash) VALUES (?, ?, ?, 'in', 'voice', 'audio/mp4', 1, 900, ?, 'here', ?)`, [newId(), of, contact, testNoon, named]) // prettier-ignore
  message(child, hash)
  // Its file is lost: the row says that there was one.
  message(child, '0'.repeat(64))
  for (let n = 0; n < answers; n += 1)
    db.shared.append('learning_answer', { id: newId(), at: testNoon, trusted: n % 2, child_id: child, session_id: 's', activity: 'sums', level: '1', item: `${n}+1`, answer: '"2"', right: 1, helped: 0, tries: 1 }) // prettier-ignore
  db.shared.set('diary_page', newId(), { child_id: child, day: '2026-11-20', started_at: 1, opening: '', thumbnail: null, trusted: 1, key_id: 'k' }) // prettier-ignore
  db.shared.set('talk_wish', newId(), { child_id: child, staff_id: 's', asked_at: 1, trusted: 1, received_at: null, talked_at: null }) // prettier-ignore
  db.close()
  return {
    path,
    media,
    file: join(folder, 'out.zip'),
    ids: [child],
    words,
    offset: 480,
    day: '2026-11-22',
    sound,
    other,
  }
}

const watch = () => {
  const shares: number[] = []
  const stop = new AbortController()
  return {
    shares,
    stop,
    watch: { onProgress: (share: number) => void shares.push(share), signal: stop.signal },
  }
}

it('is a page without a script, a table a part that Excel opens, and the media; of nobody else', async () => {
  const input = room(620)
  const { watch: watching, shares } = watch()
  expect(await makeCopy(input, watching)).toBe('made')
  expect(shares.at(-1)).toBe(1)
  const files = unzipSync(readFileSync(input.file))
  const page = Buffer.from(files['index.html'] ?? []).toString()
  expect(page).not.toContain('<script')
  expect(page).toContain('林&#60;b&#62;小雨的数据')
  expect(page).toContain('写了 1 页')
  expect(page).toContain('+8613900112233 +8613900112234')
  expect(page).not.toContain('王小明')
  // Long parts are shown in part and said to be; the table has all.
  expect(page).toContain('… 120')
  const answers = Buffer.from(files['tables/answers.csv'] ?? []).toString()
  expect(answers.startsWith('\uFEFF')).toBe(true)
  expect(answers.trimEnd().split('\r\n')).toHaveLength(621)
  expect(answers).toContain('2026-11-22 10:00')
  expect(Buffer.from(files['tables/personal.csv'] ?? []).toString()).toContain(`'=cmd()`)
  const media = Object.keys(files).filter((name) => name.startsWith('media/'))
  expect(media).toHaveLength(1)
  expect(Buffer.compare(Buffer.from(files[media[0]!]!), input.sound)).toBe(0)
  expect(page).toContain(`<audio controls preload="none" src="${media[0]}"`)
})

it('stops when it is asked to, and leaves no other file', async () => {
  const input = room(1)
  const { watch: watching, stop } = watch()
  const making = makeCopy(input, { ...watching, onProgress: () => stop.abort() })
  expect(await making).toBe('stopped')
  expect(readdirSync(folder).filter((file) => !file.startsWith('room.sqlite'))).toEqual(['media', 'out.zip'])
})

/** Gives out what this writes, to a stick; what was answered, and what lies on the stick afterwards. */
async function givenOut(fill: (path: string, stick: string) => Promise<void>) {
  const stick = join(folder, 'stick')
  mkdirSync(stick)
  const sticks = async () => (existsSync(stick) ? [{ folder: stick, name: 'KINGSTON' }] : [])
  const files = createFilesService({ documents: join(folder, 'documents'), sticks, log: silentLog })
  const [place] = await files.places()
  const answer = await files.writeBy(place!.id, ['数据'], 'zip', async (path) => {
    await fill(path, stick)
    return { ok: true, value: undefined }
  })
  return { answer, left: existsSync(stick) ? readdirSync(stick) : [] }
}

it.runIf(process.platform === 'linux')(
  'says that a stick is full, and leaves nothing half-written on it',
  async () => {
    const input = room(400)
    const { answer, left } = await givenOut(async (path) => {
      writeFileSync(path, 'half of it')
      // The device on which every write finds no space.
      await makeCopy({ ...input, file: '/dev/full' }, watch().watch)
    })
    expect(answer).toEqual({ ok: false, error: { code: 'stick-full' } })
    expect(left).toEqual([])
  },
)

it('says that a stick is gone where it was pulled out, whatever the system calls that', async () => {
  const input = room(1)
  for (const code of ['EIO', 'ENOENT', 'EROFS', 'ENXIO']) {
    const { answer } = await givenOut(async (path, stick) => {
      await makeCopy({ ...input, file: path }, watch().watch)
      rmSync(stick, { recursive: true })
      throw Object.assign(new Error('gone'), { code })
    })
    expect([code, answer]).toEqual([code, { ok: false, error: { code: 'no-place' } }])
  }
})
