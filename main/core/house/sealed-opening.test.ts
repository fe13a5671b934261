import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Anchor } from '../openings/chain.ts'
import { linkAfter, type Link } from '../openings/chain.ts'
import { newId } from '../kernel/ids.ts'
import { filesBelow, openHouseIn, value } from './house-on-disk.fixture.ts'
import type { House } from './open-house.ts'
import { roomFiles } from './room-files.ts'

const words = '晚上有人一直敲门，我把灯关了'
const said = '同学说她一个人在家，有人一直敲门，今天没来上学'
const [first, given, own] = ['804913', '582913', '730268']

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'opening-'))
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
})
afterEach(() => {
  vi.useRealTimers()
  rmSync(folder, { recursive: true })
})

/** Files of the room, backups included, in which this can be read. */
function filesWith(text: string): readonly string[] {
  const forms = [
    Buffer.from(text),
    Buffer.from(text, 'utf16le'),
    Buffer.from(text.replaceAll(/./gu, (one) => `\\u${one.charCodeAt(0).toString(16)}`)),
    Buffer.from(Buffer.from(text).toString('base64').slice(4, -8)),
  ]
  return filesBelow(folder).filter((file) => {
    const bytes = readFileSync(file)
    return forms.some((form) => bytes.includes(form))
  })
}

/** A coordinator and a social worker with keys of their own, and a child with a page. */
async function room(house: House) {
  const me = value(await house.staff.prepareFirst({ name: '陈老师', pin: first })).write()
  const other = {
    id: value(await house.staff.add({ name: '李老师', role: 'social-worker', pin: given, checkedOn: null }))
      .id,
    name: '李老师',
    role: 'social-worker',
  } as const
  value(await house.staff.changeMyPin(other, given, own))
  value(await house.staff.signIn(me.id, first))
  await house.escrow.settled()
  const born = { name: '许佳怡', classLabel: '2.1', number: null, birthday: null, decided: 'new' } as const
  const childId = value(house.children.add(born)).id
  const page = value(house.diary.begin(childId)).id
  value(house.diary.put({ childId, sessionId: 's' }, page, { id: newId(), kind: 'text', text: words }))
  house.keys.forget()
  const open = async () => {
    value(await house.openings.confirm(me, me.id, first))
    value(await house.openings.confirm(me, other.id, own))
    const days = { from: '2000-01-01', to: '2099-12-31' }
    return value(
      house.openings.open(me, { childId, ...days, reason: 'harm', words: `${said}。`, minutes: 5 }),
    )
  }
  return { me, page, open }
}

it('nothing of a page lies readable in any file of the room while it is open to two, after it, and in the backup', async () => {
  const house = openHouseIn(folder)
  const { me, page, open } = await room(house)
  expect(filesWith(words)).toEqual([])
  const { id } = await open()
  expect(value(house.openings.page(me, page)).sheets[0]?.text).toBe(words)
  expect(filesWith(words)).toEqual([])
  value(house.openings.report(me, { id, to: 'police', said: '15:40' }))
  house.openings.close('by-hand')
  expect(filesWith(words)).toEqual([])
  await house.close()
  expect(filesWith(words)).toEqual([])
  // What the two said of why is theirs, and is found: else this would say nothing.
  expect(filesWith(said).map((file) => file.slice(folder.length))).toEqual(
    expect.arrayContaining([expect.stringMatching(/room\.sqlite/), expect.stringMatching(/backups/)]),
  )
})

it('tells staff of a record that was written anew with the settings, by the backups from before', async () => {
  let kept: Anchor | undefined
  const openingsAnchor = { read: () => kept, keep: (next: Anchor) => void (kept = next) }
  let house = openHouseIn(folder, { openingsAnchor })
  await (await room(house)).open()
  await house.close()
  house = openHouseIn(folder, { openingsAnchor })
  const noticed = () => house.room.notices().some(({ code }) => code === 'openings-changed')
  expect(noticed()).toBe(false)
  await house.close()

  const raw = new BetterSqlite3(roomFiles(folder).database)
  let last: Link | undefined
  for (const { number, entry, id } of raw
    .prepare<[], Link & { id: string }>('SELECT * FROM opening_entry ORDER BY number')
    .all()) {
    last = linkAfter('seat-1', last, entry.replace('harm', 'law'))
    raw.prepare('UPDATE opening_entry SET before = ?, hash = ?, entry = ? WHERE id = ?').run(last.before, last.hash, last.entry, id) // prettier-ignore
    expect(last.number).toBe(number)
  }
  raw.close()
  kept = { count: last!.number, head: last!.hash }
  house = openHouseIn(folder, { openingsAnchor })
  expect(house.openings.record.check()).toMatchObject({ whole: false, fault: 'changed' })
  expect(noticed()).toBe(true)
  await house.close()
})
