import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeKeys } from '../../../resources/packaging/updates/make-update.ts'
import { findUpdate } from './find-update.ts'
import { writeKeyList } from './key-list-rules.ts'
import { keyName, signatureLine } from './signed-text.ts'
import {
  copyOf,
  DAY,
  debOf,
  keyList,
  makeSeat,
  now,
  office,
  script,
  system,
  type Seat,
} from './update-seat.fixture.ts'

let seat: Seat
beforeEach(() => void (seat = makeSeat()))
afterEach(() => seat.remove())

const store = (name: string) => seat.path('var/lib/happy-home-updates', name)
const onStick = (name: string) => join(seat.stick, 'happy-home-update', name)
/** Minutes in which the program shows that its room is open. */
const openFor = (minutes: number, of = seat) => {
  for (let minute = 0; minute < minutes; minute += 1) {
    writeFileSync(of.path('run/happy-home-updates/open/now'), '')
    of.run('watch')
  }
}
/** What the program's own look says of the stick. */
const looked = (certain = 0) => {
  const keys = existsSync(store('keys'))
    ? store('keys')
    : seat.path('opt/happy-home/resources/update-keys.txt')
  const text = existsSync(keys) ? readFileSync(keys, 'utf8') : undefined
  return findUpdate(seat.stick, text, { version: '1.0.0', system, number: 0, certain })
}
const deb = 'happy-home_1.1.0_amd64.deb'

const put = (by: Parameters<Seat['put']>[1] = {}) => seat.put({ version: '1.1.0' }, by)
/** An office that lets something odd into its package. */
const odd = (change: (program: string) => void) => () => seat.put({ version: '1.1.0', change })
/** Other words, signed rightly. */
const resign = (change: (text: string) => string) => {
  const text = change(readFileSync(onStick('update.txt'), 'utf8'))
  writeFileSync(onStick('update.txt'), text)
  rmSync(onStick('update.sig'))
  writeFileSync(onStick('update.sig'), signatureLine(text, office.updates[0]!))
}
const trying = (schema = 80) => {
  seat.put({ version: '1.1.0', schema })
  for (const wish of ['take', 'switch']) seat.wish(wish)
}

describe('an update from a stick', () => {
  it('is unpacked beside, waits, takes over by one link, is watched and stays', () => {
    seat.put({ version: '1.1.0' })
    expect(looked()).toMatchObject({ ok: true, value: { version: '1.1.0', schema: 80, by: '项目办' } })
    seat.wish('take')
    expect(seat.state()).toMatchObject({ at: 'ready', version: '1.1.0', number: '5', from: 'base' })
    expect(seat.starts()).toBe('1.0.0')
    // The stick is needed no more.
    rmSync(seat.stick, { recursive: true })
    seat.wish('switch')
    expect(seat.state()).toMatchObject({ at: 'trying', version: '1.1.0', from: 'base' })
    expect(seat.starts()).toBe('1.1.0')
    expect(readFileSync(seat.path('settled'), 'utf8')).toBe('1.1.0 --quiet\n')
    seat.run('starting')
    openFor(3)
    expect(seat.state()).toEqual({ at: 'done', version: '1.1.0' })
    expect(seat.starts()).toBe('1.1.0')
    expect(readdirSync(seat.path('opt/happy-home-versions')).toSorted()).toEqual(['1.1.0', 'current'])
    expect(readdirSync(seat.path('var/lib/happy-home-updates'))).not.toContain('copy')
  })

  it('goes on from update to update, the one before stays beside it, older ones go', () => {
    for (const [place, version] of ['1.1.0', '1.2.0', '1.10.0'].entries()) {
      rmSync(join(seat.stick, 'happy-home-update'), { recursive: true, force: true })
      seat.put({ version }, { number: 5 + place })
      for (const wish of ['take', 'switch']) seat.wish(wish)
      openFor(3)
      expect(seat.starts()).toBe(version)
    }
    expect(readdirSync(seat.path('opt/happy-home-versions')).toSorted()).toEqual([
      '1.10.0',
      '1.2.0',
      'current',
    ])
  })

  it('gives nothing a right of its own but the helper of Chromium, and nobody else a right to write', () => {
    seat.put({ version: '1.1.0', change: (program) => chmodSync(join(program, 'happy-home'), 0o6777) })
    seat.wish('take')
    const mode = (file: string) => statSync(seat.path('opt/happy-home-versions/1.1.0', file)).mode & 0o7777
    expect([mode('happy-home'), mode('chrome-sandbox')]).toEqual([0o755, 0o4755])
  })
})

describe('is refused in words, and the seat starts as before', () => {
  it.each<[string, string, () => void]>([
    ['signed by a stranger', 'bad-signature', () => put({ keys: [office.stranger] })],
    ['signed by a root, who signs lists only', 'bad-signature', () => put({ keys: office.roots })],
    ['with a stranger’s signature under a known name', 'bad-signature', () => {
      put({ keys: [office.stranger] })
      const file = onStick('update.sig')
      writeFileSync(file, readFileSync(file, 'utf8').replace(keyName(office.stranger), keyName(office.updates[0]!)))
    }],
    ['older in number than one that was taken', 'older', () => {
      seat.put({ version: '1.1.0' }, { number: 9 })
      seat.wish('take')
      rmSync(join(seat.stick, 'happy-home-update'), { recursive: true })
      seat.put({ version: '1.2.0' }, { number: 8 })
    }],
    ['of the version that runs', 'older', () => seat.put({ version: '1.0.0' })],
    ['of an older version under a higher number', 'older', () => seat.put({ version: '0.9.9' }, { number: 99 })],
    ['for another kind of PC', 'other-system', () => {
      put()
      resign((text) => text.replace(/^system .*$/m, 'system linux-mips'))
    }],
    ['whose words were changed after signing', 'bad-signature', () => {
      put()
      writeFileSync(onStick('update.txt'), readFileSync(onStick('update.txt'), 'utf8').replace('number 5', 'number 6'))
    }],
    ['whose words end early', 'unreadable', () => {
      put()
      resign((text) => text.slice(0, -6))
    }],
    ['with a program of the same length but other bytes', 'changed', () => {
      put()
      const bytes = readFileSync(onStick(deb))
      bytes[bytes.length - 9]! ^= 1
      writeFileSync(onStick(deb), bytes)
    }],
    ['with the program of another update, signed too', 'changed', () => {
      seat.put({ version: '1.2.0' })
      const other = readFileSync(onStick('happy-home_1.2.0_amd64.deb'))
      put()
      writeFileSync(onStick(deb), other)
    }],
    ['with the words of one and the signature of another', 'bad-signature', () => {
      seat.put({ version: '1.2.0' })
      const other = readFileSync(onStick('update.sig'))
      put()
      writeFileSync(onStick('update.sig'), other)
    }],
    ['with a program cut short', 'changed', () => {
      put()
      truncateSync(onStick(deb), 200)
    }],
    ['with a program that never ends', 'changed', () => {
      put()
      rmSync(onStick(deb))
      symlinkSync('/dev/zero', onStick(deb))
    }],
    ['with a program as a pipe that nobody writes', 'changed', () => {
      put()
      rmSync(onStick(deb))
      execFileSync('mkfifo', [onStick(deb)])
    }],
    ['with words of 100 GB', 'unreadable', () => {
      put()
      truncateSync(onStick('update.txt'), 100 * 2 ** 30)
    }],
    ['with words that are a link to others', 'unreadable', () => {
      put()
      renameSync(onStick('update.txt'), seat.path('elsewhere'))
      symlinkSync(seat.path('elsewhere'), onStick('update.txt'))
    }],
    ['without a program', 'changed', () => {
      put()
      rmSync(onStick(deb))
    }],
    ['that ended yesterday by a clock that the network set', 'expired', () => {
      put({ until: now - DAY })
      mkdirSync(seat.path('run/systemd/timesync'), { recursive: true })
      writeFileSync(seat.path('run/systemd/timesync/synchronized'), '')
    }],
    ['with a link in the archive', 'bad-archive', odd((program) => symlinkSync('/etc', join(program, 'etc')))],
    ['with a hard link in the archive', 'bad-archive', odd((program) => linkSync(join(program, 'resources/large'), join(program, 'again')))],
    ['with a pipe in the archive', 'bad-archive', odd((program) => void execFileSync('mkfifo', [join(program, 'pipe')]))],
    ['with a device in the archive', 'bad-archive', odd((program) => {
      // Only root makes one; elsewhere a pipe stands for it.
      if (spawnSync('mknod', [join(program, 'disk'), 'b', '8', '0']).status !== 0) execFileSync('mkfifo', [join(program, 'disk')])
    })],
    ['that unpacks to more than was signed', 'bad-archive', () => {
      put()
      resign((text) => text.replace(/^unpacked .*$/m, 'unpacked 100'))
    }],
    ['that says another version inside', 'bad-archive', () => {
      put()
      resign((text) => text.replace('version 1.1.0', 'version 1.3.0'))
    }],
  ])('%s', (_name, reason, make) => {
    make()
    // What texts and signatures can tell, the program tells at once, and in the same word.
    const early = looked(reason === 'expired' ? now : 0)
    const lasting = ['changed', 'bad-archive'].includes(reason) || _name.startsWith('older in number')
    expect(early).toMatchObject(lasting ? { ok: true } : { ok: false, error: reason })
    seat.wish('take')
    expect(seat.state()).toEqual({ at: 'refused', reason })
    seat.wish('switch')
    expect(seat.starts()).toBe('1.0.0')
    expect(existsSync(store('copy'))).toBe(false)
    expect(readdirSync(seat.path('opt')).includes('happy-home-versions') ? readdirSync(seat.path('opt/happy-home-versions')) : []).not.toContain('.new')
  }) // prettier-ignore

  it('larger than what is free', () => {
    put()
    const tools = mkdtempSync(join(tmpdir(), 'tools-'))
    writeFileSync(join(tools, 'df'), '#!/bin/sh\necho\necho disk 1000 900 100 90% /\n', { mode: 0o755 })
    writeFileSync(seat.path('run/happy-home-updates/wish/take'), '')
    seat.run('run', { PATH: `${tools}:${process.env.PATH}` })
    rmSync(tools, { recursive: true })
    expect(seat.state()).toEqual({ at: 'refused', reason: 'no-space' })
  })

  it('from nobody where nobody is believed yet; from then on whom a technician names', () => {
    seat.remove()
    seat = makeSeat(null)
    put()
    expect(looked()).toEqual({ ok: false, error: 'no-keys' })
    seat.wish('take')
    expect(seat.state()).toEqual({ at: 'refused', reason: 'no-keys' })
    writeFileSync(seat.path('keys.txt'), writeKeyList(keyList))
    spawnSync('/bin/sh', [script, 'trust', seat.path('keys.txt')], {
      env: { ...process.env, HAPPY_HOME_ROOT: seat.root },
    })
    seat.wish('take')
    expect(seat.state()).toMatchObject({ at: 'ready' })
  })
})

describe('a stick that changes between check and use', () => {
  it('changes nothing: what was checked lies in a copy', () => {
    seat.put({ version: '1.1.0' })
    const evil = debOf({
      version: '1.1.0',
      change: (program) => writeFileSync(join(program, 'happy-home'), 'evil'),
    })
    // In place of sha256sum one that answers as ever and swaps the stick's file in the same moment.
    const tools = mkdtempSync(join(tmpdir(), 'tools-'))
    writeFileSync(
      join(tools, 'sha256sum'),
      `#!/bin/sh\n/usr/bin/sha256sum "$@"\ncp ${evil} ${onStick(deb)}\n`,
      { mode: 0o755 },
    )
    writeFileSync(seat.path('run/happy-home-updates/wish/take'), '')
    seat.run('run', { PATH: `${tools}:${process.env.PATH}` })
    expect(readFileSync(onStick(deb)).equals(readFileSync(evil))).toBe(true)
    seat.wish('switch')
    expect(seat.starts()).toBe('1.1.0')
    rmSync(tools, { recursive: true })
  })

  it('means nothing by what a wish says, only by its name', () => {
    seat.put({ version: '1.1.0' })
    symlinkSync('/etc/shadow', seat.path('run/happy-home-updates/wish/take'))
    writeFileSync(seat.path('run/happy-home-updates/wish/rm -rf'), '')
    seat.run('run')
    expect(seat.state()).toMatchObject({ at: 'ready' })
    expect(readdirSync(seat.path('run/happy-home-updates/wish'))).toEqual(['rm -rf'])
  })
})

describe('the end of an update', () => {
  it('is not reached by a clock that nobody believes, however wrong: it refuses nothing for ever', () => {
    put({ until: now - DAY })
    expect(looked()).toMatchObject({ ok: true })
    seat.wish('take')
    expect(seat.state()).toMatchObject({ at: 'ready' })
  })
  it('is reached with a dead clock, too, once something signed was made after it: nothing is accepted for ever', () => {
    put({ until: now - 100 * DAY })
    // The list of keys that the seat has was made 90 days ago.
    seat.wish('take')
    expect(seat.state()).toEqual({ at: 'refused', reason: 'expired' })
    expect(Number(readFileSync(store('floor'), 'utf8'))).toBe(keyList.made)
    expect(looked()).toEqual({ ok: false, error: 'expired' })
  })
})

describe('keys', () => {
  const [root, other] = office.roots
  const next = { ...keyList, number: 2, made: now - 2 * DAY, update: [keyName(office.stranger)] }
  const write = (list: typeof next, roots = office.roots, before = list.number === 2 ? keyList : next) => {
    // As a thief would: without being asked whether it is enough.
    const text = writeKeyList(list)
    mkdirSync(join(seat.stick, 'happy-home-update'), { recursive: true })
    try {
      writeKeys(join(seat.stick, 'happy-home-update'), list, { before, roots })
    } catch {
      writeFileSync(onStick(`keys-${list.number}.txt`), text)
      writeFileSync(onStick(`keys-${list.number}.sig`), roots.map((key) => signatureLine(text, key)).join(''))
    }
  }
  it('change by a list that enough roots of the one before signed; the lost key signs nothing any more', () => {
    write(next)
    seat.put({ version: '1.1.0' }, { keys: [office.stranger] })
    expect(looked()).toMatchObject({ ok: true })
    seat.wish('take')
    expect(seat.state()).toMatchObject({ at: 'ready' })
    expect(readFileSync(store('keys'), 'utf8')).toBe(writeKeyList(next))
    rmSync(join(seat.stick, 'happy-home-update'), { recursive: true })
    seat.put({ version: '1.2.0' }, { number: 6 })
    seat.wish('take')
    expect(seat.state()).toEqual({ at: 'refused', reason: 'bad-signature' })
  })
  it.each<[string, () => void]>([
    ['one root alone', () => write(next, [root!])],
    ['one root twice', () => write(next, [root!, root!])],
    ['strangers', () => write(next, [office.stranger, office.updates[0]!])],
    ['a leap over a list that is missing', () => write({ ...next, number: 3 })],
    [
      'new roots that the old ones did not name',
      () => write({ ...next, roots: 1, root: [keyName(office.stranger)] }, [office.stranger]),
    ],
  ])('do not change by %s', (_name, make) => {
    make()
    seat.put({ version: '1.1.0' }, { keys: [office.stranger] })
    expect(looked()).toEqual({ ok: false, error: 'bad-signature' })
    seat.wish('take')
    expect(seat.state()).toEqual({ at: 'refused', reason: 'bad-signature' })
    expect(readFileSync(store('keys'), 'utf8')).toBe(writeKeyList(keyList))
  })
  it('of new roots take the place of the old ones in one step', () => {
    const newest = { ...next, root: [keyName(other!), keyName(office.stranger)] }
    write(newest, [...office.roots, office.stranger])
    seat.put({ version: '1.1.0' }, { keys: [office.stranger] })
    seat.wish('take')
    expect(seat.state()).toMatchObject({ at: 'ready' })
  })
})

describe('the way back', () => {
  it('is taken by itself after three starts without an open room, and the older program lays its session again', () => {
    trying(81)
    for (let start = 0; start < 3; start += 1) seat.run('starting')
    expect(seat.starts()).toBe('1.1.0')
    seat.run('starting')
    expect(seat.state()).toEqual({ at: 'gone-back', version: '1.1.0', from: 'base', reason: 'failed' })
    expect(seat.starts()).toBe('1.0.0')
    expect(readFileSync(seat.path('settled'), 'utf8')).toBe('1.1.0 --quiet\n1.0.0 --quiet\n')
  })
  it('is taken after six minutes without an open room, however often it stood for a moment', () => {
    trying()
    for (let minute = 0; minute < 6; minute += 1) {
      expect(seat.starts()).toBe('1.1.0')
      openFor(1)
      seat.run('watch')
    }
    expect(seat.state()).toMatchObject({ at: 'gone-back', reason: 'failed' })
    expect(seat.starts()).toBe('1.0.0')
  })
  it('is taken when somebody asks, also later, while the room’s data has the same form', () => {
    trying()
    openFor(3)
    seat.wish('back')
    expect(seat.state()).toEqual({ at: 'gone-back', version: '1.1.0', from: 'base', reason: 'asked' })
    expect(seat.starts()).toBe('1.0.0')
    // The same update may come again.
    for (const wish of ['take', 'switch']) seat.wish(wish)
    expect(seat.starts()).toBe('1.1.0')
  })
  it('is shut once the data has a new form: the older program could not read it', () => {
    trying(81)
    openFor(3)
    seat.wish('back')
    expect(seat.state()).toEqual({ at: 'done', version: '1.1.0' })
    expect(seat.starts()).toBe('1.1.0')
  })
  it('leads to the installed program where the one before is gone', () => {
    trying()
    openFor(3)
    rmSync(join(seat.stick, 'happy-home-update'), { recursive: true })
    seat.put({ version: '1.2.0' }, { number: 6 })
    for (const wish of ['take', 'switch']) seat.wish(wish)
    rmSync(seat.path('opt/happy-home-versions/1.1.0'), { recursive: true })
    for (let start = 0; start < 4; start += 1) seat.run('starting')
    expect(seat.starts()).toBe('1.0.0')
  })
  it('is not needed where a package of the same version is installed: it takes over', () => {
    trying()
    writeFileSync(seat.path('opt/happy-home/resources/seat.txt'), 'version 1.1.0\nschema 80\n')
    seat.run('installed')
    expect(seat.starts()).toBe('1.0.0')
    expect(readdirSync(seat.path('opt/happy-home-versions'))).toEqual([])
  })
})

describe('power that goes', () => {
  /** Runs a command that is killed, with all it started, just before its n-th deed on the disk. Whether it came to its end before that. */
  const deeds = ['dd', 'mv', 'ln', 'rm', 'sync', 'mkdir', 'chmod', 'cp', 'tar', 'find']
  const tools = mkdtempSync(join(tmpdir(), 'kill-'))
  const count = join(tools, 'count')
  for (const deed of deeds)
    writeFileSync(
      join(tools, deed),
      `#!/bin/sh\necho >>${count}\n[ "$(/usr/bin/wc -l <${count})" -lt "$KILL_AT" ] || kill -KILL 0\nexec /usr/bin/${deed} "$@"\n`,
      { mode: 0o755 },
    )
  afterEach(() => rmSync(count, { force: true }))
  const killedAt = (of: Seat, command: string, at: number): boolean => {
    rmSync(count, { force: true })
    const env = {
      ...process.env,
      HAPPY_HOME_ROOT: of.root,
      PATH: `${tools}:${process.env.PATH}`,
      KILL_AT: String(at),
    }
    return spawnSync('setsid', ['-w', '/bin/sh', script, command], { env }).status !== 0
  }
  const everywhere = (
    command: string,
    prepare: (of: Seat) => void,
    then: (of: Seat) => void,
    from = 1,
    step = 1,
  ): number => {
    prepare(seat)
    for (let at = from; ; at += step) {
      const one = copyOf(seat)
      try {
        const wasKilled = killedAt(one, command, at)
        expect(['1.0.0', '1.1.0']).toContain(one.starts())
        one.run('starting')
        expect(['1.0.0', '1.1.0']).toContain(one.starts())
        then(one)
        if (!wasKilled) return at
      } finally {
        one.remove()
      }
    }
  }
  it.each([1, 2, 3])('while an update is taken leaves the program that ran, and the update can be taken again: %i of each three', (from) => {
    const points = everywhere('run', (of) => {
      of.put({ version: '1.1.0' })
      writeFileSync(of.path('run/happy-home-updates/wish/take'), '')
    }, (one) => {
      if (one.state().at !== 'ready') one.wish('take')
      expect([one.state().at, one.starts()]).toEqual(['ready', '1.0.0'])
    }, from, 3)
    expect(points).toBeGreaterThan(25)
  }) // prettier-ignore
  it('while programs are changed leaves one of the two, and the change is made', () => {
    const points = everywhere('run', (of) => {
      of.put({ version: '1.1.0' })
      of.wish('take')
      writeFileSync(of.path('run/happy-home-updates/wish/switch'), '')
    }, (one) => {
      if (one.state().at === 'ready') one.wish('switch')
      expect([one.state().at, one.state().from, one.starts()]).toEqual(['trying', 'base', '1.1.0'])
    })
    expect(points).toBeGreaterThan(7)
  }) // prettier-ignore
  it('while it goes back leaves one of the two, and it ends with the older one', () => {
    const points = everywhere('starting', (of) => {
      of.put({ version: '1.1.0', schema: 81 })
      for (const wish of ['take', 'switch']) of.wish(wish)
      for (let start = 0; start < 3; start += 1) of.run('starting')
    }, (one) => {
      expect([one.state().at, one.starts()]).toEqual(['gone-back', '1.0.0'])
    })
    expect(points).toBeGreaterThan(7)
  }) // prettier-ignore
  it('when the new one has proved itself leaves it', () => {
    everywhere('watch', (of) => {
      of.put({ version: '1.1.0' })
      for (const wish of ['take', 'switch']) of.wish(wish)
      openFor(2, of)
      writeFileSync(of.path('run/happy-home-updates/open/now'), '')
    }, (one) => {
      openFor(one.state().at === 'done' ? 0 : 3, one)
      expect([one.state().at, one.starts()]).toEqual(['done', '1.1.0'])
    })
  }) // prettier-ignore
})
