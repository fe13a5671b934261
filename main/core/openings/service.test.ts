import { expect, it } from 'vitest'
import type { StaffPerson } from '#contract/people.ts'
import { testGround } from '../db/test-ground.ts'
import { createReaders } from '../diary/readers.ts'
import { noPageMedia } from '../diary/media.ts'
import { createDiaryService } from '../diary/service.ts'
import { ok } from '../kernel/result.ts'
import { keysAt } from '../keys/keys.fixture.ts'
import { createPinHash } from '../staff/pin-hash.ts'
import { createStaffService } from '../staff/service.ts'
import { createUsageService } from '../usage/service.ts'
import { linkAfter, type Anchor, type Link } from './chain.ts'
import { createOpeningsService, type OpeningWish } from './service.ts'

const MINUTE = 60_000
const secret = '奶奶不在家，有人敲门'
const [annPin, boPin] = ['804913', '730268']
const stepId = (n: number) => `019a0000-0000-7000-8000-${String(n).padStart(12, '0')}`

/** A room with a coordinator, a social worker and a teacher, and two children who write. */
async function room() {
  const ground = testGround()
  const { db, clock } = ground
  const people = () => staff.people()
  const { keys, escrow, rescue, wrapping, files } = keysAt(ground, undefined, people)
  const staff = createStaffService(ground, {
    idleMs: () => 5 * MINUTE,
    pinHash: createPinHash({ logN: 4, r: 8, p: 1 }),
    rescue,
    escrow,
  })
  const first = await staff.prepareFirst({ name: '陈老师', pin: annPin })
  if (!first.ok) throw new Error('no coordinator')
  const ann = first.value.write()
  const add = async (name: string, role: StaffPerson['role']) => {
    const added = await staff.add({ name, role, pin: '582913', checkedOn: null })
    if (!added.ok) throw new Error(added.error.code)
    return { id: added.value.id, name, role }
  }
  const bo = await add('李老师', 'social-worker')
  const cai = await add('周老师', 'teacher')
  await staff.changeMyPin(bo, '582913', boPin)
  await staff.signIn(ann.id, annPin)
  await escrow.settled()

  for (const id of ['rain', 'snow'])
    db.shared.set('child', id, { name: id, pinyin: '', letter: 'K', sort_key: id, given: id, animal: 'cat', tone: 'sun', created_at: 0 }) // prettier-ignore
  const diary = createDiaryService(ground, {
    usage: createUsageService(ground),
    keys,
    media: { keep: async () => ok('f'.repeat(64)), read: async () => undefined, remove: async () => {} },
    mediaAddress: (hash) => hash,
    pageMedia: noPageMedia,
  })
  let steps = 0
  const write = (childId: string, text: string): string => {
    const begun = diary.begin(childId)
    if (!begun.ok) throw new Error(begun.error.code)
    diary.put({ childId, sessionId: 's' }, begun.value.id, { id: stepId((steps += 1)), kind: 'text', text })
    return begun.value.id
  }
  const page = write('rain', secret)
  clock.pass(24 * 60 * MINUTE)
  const later = write('rain', '第二天')
  const others = write('snow', '雪')
  keys.forget()

  let kept: Anchor | undefined
  const backups: Anchor[] = []
  const anchor = { read: () => kept, keep: (next: Anchor) => void (kept = next) }
  const start = () =>
    createOpeningsService(ground, {
      escrow,
      staff,
      read: (...asked) => diary.read(...asked),
      anchor,
      inBackups: () => backups,
      onHeard: () => {},
    })
  const openings = start()
  await staff.signIn(ann.id, annPin)
  const wish: OpeningWish = {
    childId: 'rain',
    from: '2026-11-22',
    to: '2026-11-22',
    reason: 'harm',
    words: '同学说她一个人在家，有人一直敲门，今天没来上学。',
    minutes: 15,
  }
  const both = async () => {
    expect(await openings.confirm(ann, ann.id, annPin)).toMatchObject({ ok: true })
    expect(await openings.confirm(ann, bo.id, boPin)).toMatchObject({ ok: true })
  }
  return { ground, db, clock, staff, escrow, keys, wrapping, files, ann, bo, cai, openings, start, wish, both, page, later, others, anchor: () => kept, backups, dropAnchor: () => (kept = undefined) } // prettier-ignore
}

const refused = (code: string) => ({ ok: false, error: { code } })

it('opens the pages of one child and one stretch for two who typed their PINs, by the escrow alone', async () => {
  const { db, wrapping, files, keys, openings, ann, bo, both, wish, page, later, others } = await room()
  for (const { id } of files.all()) files.write(id, { ...files.read(id)!, bySeat: 'gone' })
  wrapping.forget()
  expect(keys.ringOf('rain').opens(db.get<{ id: string }>('SELECT key_id AS id FROM diary_page')!.id)).toBe(
    false,
  )
  expect(openings.look(ann)).toMatchObject({ me: { key: 'ready' }, partners: [{ id: bo.id }], waiting: [] })
  expect(openings.days('rain').map(({ pages }) => pages)).toEqual([1, 1])
  await both()
  expect(openings.open(ann, wish)).toMatchObject({
    ok: true,
    value: { number: '2026-001', adults: ['陈老师', '李老师'], leftMs: 15 * MINUTE, pages: [{ id: page }] },
  })
  expect(openings.page(ann, page)).toMatchObject({ ok: true, value: { sheets: [{ text: secret }] } })
  for (const shut of [later, others]) expect(openings.page(ann, shut)).toMatchObject(refused('not-found'))
  expect(openings.page(bo, page)).toMatchObject(refused('not-found'))
  const readers = createReaders(db, [(asked, viewer) => openings.ringFor(asked, viewer)])
  expect(readers.mayRead(page, { window: 'staff', person: ann })?.by).toBe('way')
  for (const viewer of [{ window: 'staff', person: bo }, { window: 'staff' }, { window: 'pupil' }] as const)
    expect(readers.mayRead(page, viewer)).toBeUndefined()
  expect(readers.mayRead(later, { window: 'staff', person: ann })).toBeUndefined()
})

it('opens nothing for one, for one twice, for a role without a key, for a wrong PIN, or for two who were too slow', async () => {
  const { clock, openings, ann, bo, cai, wish, both, staff } = await room()
  expect(openings.open(ann, wish)).toMatchObject(refused('two-needed'))
  await openings.confirm(ann, ann.id, annPin)
  await openings.confirm(ann, ann.id, annPin)
  expect(openings.look(ann).confirmed.ids).toEqual([ann.id])
  expect(openings.open(ann, wish)).toMatchObject(refused('two-needed'))
  expect(await openings.confirm(ann, cai.id, '582913')).toMatchObject(refused('not-allowed'))
  for (const code of ['wrong-pin', 'wrong-pin', 'wrong-pin', 'pin-wait'])
    expect(await openings.confirm(ann, bo.id, '999998')).toMatchObject(refused(code))
  expect(openings.open(ann, wish)).toMatchObject(refused('two-needed'))
  clock.pass(2 * MINUTE)
  expect(await openings.confirm(ann, bo.id, boPin)).toMatchObject({ ok: true })
  // The first PIN is two minutes old.
  expect(openings.open(ann, wish)).toMatchObject(refused('two-needed'))
  await both()
  expect(openings.open(ann, { ...wish, words: '太短了'.repeat(6) })).toMatchObject(refused('bad-input'))
  expect(openings.open(ann, { ...wish, from: '2026-11-25', to: '2026-11-30' })).toMatchObject(
    refused('nothing-to-open'),
  )
  expect(openings.open(ann, { ...wish, childId: 'nobody' })).toMatchObject(refused('not-found'))
  // Two others than who sits there.
  expect(openings.open(cai, wish)).toMatchObject(refused('not-allowed'))
  staff.signedIn.leave()
  expect(openings.open(ann, wish)).toMatchObject(refused('two-needed'))
  expect(openings.record.entries()).toEqual([])
})

it('closes at its time, when the console is left or locked, and when somebody else sits there; each end is written down', async () => {
  const { clock, staff, openings, ann, bo, both, wish, page, keys } = await room()
  void keys
  const openOnce = async () => {
    await both()
    const opened = openings.open(ann, wish)
    if (!opened.ok) throw new Error(opened.error.code)
  }
  const ends: (() => unknown)[] = [
    () => {
      // Somebody is there all the time.
      for (let minute = 0; minute < 15; minute += 1) {
        clock.pass(MINUTE)
        staff.signedIn.touch()
      }
    },
    () => staff.signedIn.leave(),
    () => {
      clock.pass(6 * MINUTE)
      staff.tick()
    },
    () => staff.signedIn.enter(bo.id),
    () => openings.close('sleep'),
    () => openings.close('by-hand'),
  ]
  for (const end of ends) {
    staff.signedIn.enter(ann.id)
    await openOnce()
    const ring = openings.ringFor({ page, childId: 'rain' }, { window: 'staff', person: ann })!
    end()
    expect(openings.isOpen()).toBe(false)
    expect(openings.page(ann, page)).toMatchObject(refused('not-found'))
    expect(openings.now(ann)).toBeNull()
    // No key is left in memory.
    expect(ring.opens(keys.ringOf('rain').own())).toBe(false)
  }
  expect(openings.record.entries().map((entry) => entry.end)).toEqual([
    'by-hand',
    'sleep',
    'left',
    'left',
    'left',
    'time',
  ])
})

it('stays open as long as was set, however the clock on the wall jumps, and no longer', async () => {
  const { clock, openings, ann, both, wish, page } = await room()
  await both()
  openings.open(ann, wish)
  for (const wall of [Date.UTC(2000, 0, 1), Date.UTC(2099, 0, 1), Date.UTC(2026, 10, 23)]) {
    clock.setWall(wall)
    clock.pass(MINUTE)
    openings.tick()
  }
  expect(openings.now(ann)).toMatchObject({ leftMs: 12 * MINUTE })
  clock.setWall(Date.UTC(2000, 0, 1))
  clock.pass(12 * MINUTE - 1)
  expect(openings.page(ann, page)).toMatchObject({ ok: true })
  clock.pass(1)
  clock.setWall(Date.UTC(2000, 0, 1))
  expect(openings.page(ann, page)).toMatchObject(refused('not-found'))
  expect(openings.record.entries().map(({ end }) => end)).toEqual(['time'])
})

it('tells the child once, with somebody to ask who did not look, and for good', async () => {
  const { openings, ann, both, wish, start } = await room()
  expect(openings.isUntold('rain')).toBe(false)
  await both()
  openings.open(ann, wish)
  const [told] = openings.untold('rain')
  expect(told).toMatchObject({
    adults: ['陈老师', '李老师'],
    reason: 'harm',
    from: '2026-11-22',
    pages: 1,
    ask: '周老师',
  })
  expect(openings.untold('snow')).toEqual([])
  expect(openings.heard('snow', told!.id)).toMatchObject(refused('not-found'))
  expect(start().isUntold('rain')).toBe(true)
  expect(openings.heard('rain', told!.id)).toMatchObject({ ok: true })
  expect(openings.isUntold('rain')).toBe(false)
  expect(openings.ofMine('rain')).toMatchObject([{ id: told!.id }])
  expect(openings.record.entries()).toMatchObject([{ told: true, childName: 'rain', words: wish.words }])
  // What the child hears holds no word of the grown-ups' own.
  expect(JSON.stringify(openings.ofMine('rain'))).not.toContain('敲门')
})

it('keeps a record that says where it was changed, and goes on after it', async () => {
  const { db, openings, ann, both, wish, anchor } = await room()
  for (let n = 0; n < 3; n += 1) {
    await both()
    openings.open(ann, { ...wish, minutes: 5 })
    openings.close('by-hand')
  }
  expect(openings.record.check()).toMatchObject({ whole: true, entries: 6 })
  expect(anchor()).toMatchObject({ count: 6 })
  const spoilt = (sql: string) => {
    let found
    try {
      db.transaction(() => {
        db.run(sql)
        found = openings.record.check()
        throw new Error('back')
      })
    } catch {
      // Put back as it was.
    }
    return found
  }
  expect(spoilt(`UPDATE opening_entry SET entry = replace(entry, 'harm', 'law') WHERE number = 3`)).toEqual({ whole: false, number: 3, fault: 'changed' }) // prettier-ignore
  expect(spoilt('DELETE FROM opening_entry WHERE number = 2')).toEqual({
    whole: false,
    number: 2,
    fault: 'missing',
  })
  expect(spoilt('DELETE FROM opening_entry WHERE number > 4')).toEqual({
    whole: false,
    number: 5,
    fault: 'cut-off',
  })
  expect(spoilt('DELETE FROM opening_entry')).toEqual({ whole: false, number: 1, fault: 'cut-off' })
  expect(spoilt(`UPDATE opening_words SET words = '别的原因'`)).toMatchObject({
    whole: false,
    fault: 'changed',
  })
  // Erased with the child's data: the entry stands, its words are gone, and nothing was tampered with.
  expect(spoilt(`DELETE FROM opening_told WHERE child_id = 'rain'`)).toMatchObject({
    whole: true,
    entries: 6,
  })

  // What is written after a cut does not hide it.
  db.run('DELETE FROM opening_entry WHERE number > 4')
  await both()
  openings.open(ann, wish)
  expect(openings.record.check()).toEqual({ whole: false, number: 5, fault: 'cut-off' })
})

it('sees by an older backup what was written anew, with the settings changed as well', async () => {
  const { db, openings, ann, both, wish, anchor, backups, dropAnchor } = await room()
  await both()
  openings.open(ann, wish)
  openings.close('by-hand')
  backups.push(anchor()!)
  await both()
  openings.open(ann, wish)
  expect(openings.record.check()).toMatchObject({ whole: true, entries: 3 })
  const { seal } = openings.record.check() as { seal: string }
  expect(seal).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}$/)
  const rows = db.all<Link>('SELECT number, before, hash, entry FROM opening_entry ORDER BY number')
  const { seat } = db.get<{ seat: string }>('SELECT seat FROM opening_entry')!
  let last: Link | undefined
  for (const { number, entry } of rows) {
    last = linkAfter(seat, last, entry.replace('harm', 'law'))
    db.run('UPDATE opening_entry SET before = ?, hash = ?, entry = ? WHERE number = ?', [last.before, last.hash, last.entry, number]) // prettier-ignore
  }
  dropAnchor()
  expect(openings.record.check()).toEqual({ whole: false, number: 2, fault: 'changed' })
  backups.length = 0
  expect(openings.record.check()).toMatchObject({ whole: true })
  expect(openings.record.check()).not.toMatchObject({ seal })
})

it('keeps to whom and when it was reported, in the record, after it was closed too', async () => {
  const { openings, ann, bo, both, wish } = await room()
  await both()
  openings.open(ann, wish)
  const { id } = openings.now(ann)!
  expect(openings.report(ann, { id, to: 'police', said: '15:40' })).toMatchObject({ ok: true })
  const first = { to: 'police', said: '15:40', by: '陈老师', clockWrong: false }
  expect(openings.now(ann)?.reports).toMatchObject([first])
  openings.close('by-hand')
  expect(openings.report(bo, { id, to: 'civil-affairs', said: '16:05' })).toMatchObject({ ok: true })
  expect(openings.report(bo, { id: 'nothing', to: 'police', said: '16:05' })).toMatchObject(
    refused('not-found'),
  )
  expect(openings.record.entries()).toMatchObject([
    { end: 'by-hand', reports: [first, { to: 'civil-affairs', by: '李老师' }] },
  ])
  expect(openings.record.check()).toMatchObject({ whole: true, entries: 4 })
})

it('says of an opening that the power cut ended, and of the words of its child when the child is erased, no more than that', async () => {
  const { db, openings, ann, both, wish, start } = await room()
  await both()
  openings.open(ann, wish)
  const next = start()
  expect(next.isOpen()).toBe(false)
  expect(next.record.entries()).toMatchObject([{ end: 'cut' }])
  db.shared.remove('opening_told', next.record.entries()[0]!.id)
  expect(next.record.entries()).toMatchObject([
    { childName: null, words: null, adults: ['陈老师', '李老师'] },
  ])
  expect(next.record.check()).toMatchObject({ whole: true, entries: 2 })
})

it('has no more to open for a grown-up who left or has another role, and is made anew for a PIN that was changed', async () => {
  const { staff, escrow, openings, ann, bo, both, wish } = await room()
  expect(await staff.resetPin(bo.id, '619284')).toMatchObject({ ok: true })
  await escrow.settled()
  expect(openings.look(ann)).toMatchObject({ partners: [], waiting: [{ id: bo.id, key: 'pin-given' }] })
  expect(await openings.confirm(ann, bo.id, '619284')).toMatchObject(refused('no-escrow-key'))
  await staff.changeMyPin(bo, '619284', boPin)
  await escrow.settled()
  await both()
  staff.change({ id: bo.id, name: bo.name, role: 'teacher', checkedOn: null })
  expect(openings.open(ann, wish)).toMatchObject(refused('not-allowed'))
  await escrow.settled()
  expect(openings.look(ann)).toMatchObject({ partners: [], waiting: [] })
})
