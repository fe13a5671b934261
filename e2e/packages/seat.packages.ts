import { expect, test } from '@playwright/test'
import Database from 'better-sqlite3'
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { createFilesService } from '#core/files/service.ts'
import { silentLog } from '#core/kernel/log.ts'
import { packDeb } from '../../resources/packaging/debian/pack-deb.ts'
import { layOut } from '../../resources/packaging/lay-out.ts'
import { hostBinary } from '../host-binary.ts'
import { boot, type BootedSeat } from './booted-seat.ts'
import { cleanRoot, ownRoot, type OwnRoot, whyNot } from './clean-root.ts'

const { host, path: electron } = hostBinary()
const pictures = resolve(import.meta.dirname, '../../.cache/packages')
const data = '/home/kiosk/.config/happy-home'

let folder: string
let root: OwnRoot
let seat: BootedSeat | undefined
/** Of one program under two numbers: what an upgrade does to a room is the package's affair. */
let before: string
let now: string

test.describe.configure({ mode: 'serial' })
test.skip(host === 'chromium', 'there is no Electron here to pack')
const reason = whyNot()
test.skip(reason !== undefined, reason ?? '')

test.beforeAll(() => {
  const clean = cleanRoot()
  test.skip('reason' in clean, 'reason' in clean ? clean.reason : '')
  if ('reason' in clean) return
  root = ownRoot(clean.folder)
  const container = root.run('echo here')
  test.skip(container.said.trim() !== 'here', 'containers cannot run on this machine')
  folder = mkdtempSync(join(tmpdir(), 'happy-home-packages-'))
  const laid = layOut({ system: 'linux', output: folder, electron: dirname(electron) })
  before = packDeb({ ...laid, output: folder, version: '0.0.1' })
  now = packDeb({ ...laid, output: folder })
  mkdirSync(join(root.folder, 'debs'))
  for (const deb of [before, now]) cpSync(deb, join(root.folder, 'debs', basename(deb)))
})
test.afterAll(async () => {
  await seat?.end()
  root?.end()
  if (folder) rmSync(folder, { recursive: true, force: true })
})

const install = (deb: string): string => `dpkg -i /debs/${basename(deb)}`

/** Every file and link below /etc with what is in it, but for the register of accounts. */
const settings = (): string[] =>
  root
    .run(
      `cd /etc && find . \\( -type f -o -type l \\) ! -name 'passwd*' ! -name '*group*' ! -name '*shadow*' ! -name 'sub?id*' | LC_ALL=C sort |
       while read -r path; do if [ -L "$path" ]; then echo "$path -> $(readlink "$path")"; else echo "$path $(md5sum <"$path")"; fi; done`,
    )
    .said.trim()
    .split('\n')
let asInstalled: string[]

test('it is installed from one file, without a network, and lacks no library', () => {
  expect(root.run(install(before))).toMatchObject({ status: 0 })
  const linked = root.run('cd /opt/happy-home && ldd happy-home chrome-sandbox *.so* | grep "not found"')
  expect(linked.said).toBe('')
  expect(root.run('stat -c %a%U /opt/happy-home/chrome-sandbox').said.trim()).toBe('4755root')
})

test('an image becomes a seat in a chroot, once, and the check says what is so', () => {
  asInstalled = settings()
  expect(asInstalled.length).toBeGreaterThan(300)
  const check = root.run('happy-home-seat --check')
  expect(check.status).toBe(1)
  expect(check.said).toContain('not yet: the room starts with the machine')
  expect(check.said).not.toContain('the programs of a seat')
  expect(root.run('LANG=zh_CN.UTF-8 happy-home-seat --check').said).toContain('还没有：开机直接进入快乐家园')
  expect(root.run('happy-home-seat')).toMatchObject({ status: 0 })
  expect(root.run('happy-home-seat --check')).toEqual({ said: '', status: 0 })
  expect(root.run('happy-home-seat')).toEqual({ said: '', status: 0 })
  // Each thing that may go wrong later is seen: the unit is there and not enabled, a file was changed, a timer came back.
  for (const [deed, word] of [
    ['systemctl disable happy-home-kiosk.service', 'the room starts'],
    ['echo >> /etc/systemd/logind.conf.d/90-happy-home.conf', 'the files'],
    ['systemctl unmask apt-daily.timer', 'no updates in a lesson'],
    ['systemctl disable happy-home-sticks.socket', 'save to sticks'],
    ['usermod --groups sudo kiosk', 'the account kiosk'],
  ] as const) {
    root.run(deed)
    const seen = root.run('happy-home-seat --check')
    expect([deed, seen.status, seen.said]).toEqual([deed, 1, expect.stringContaining(word)])
    expect(root.run('happy-home-seat --quiet')).toEqual({ said: '', status: 0 })
  }
  expect(root.run('happy-home-seat --check').status).toBe(0)
})

test('undone, the PC is as it was: every setting, but for the account', () => {
  expect(settings()).not.toEqual(asInstalled)
  const undone = root.run('LANG=zh_CN.UTF-8 happy-home-seat --undo')
  expect(undone).toMatchObject({ status: 0 })
  expect(undone.said).toContain('座位已撤销')
  expect(settings()).toEqual(asInstalled)
  expect(root.run('id kiosk; ls -d /home/kiosk').status).toBe(0)
  expect(root.run('happy-home-seat --quiet')).toEqual({ said: '', status: 0 })
})

test('it boots into the room: no login, no console, everything of the session there', async () => {
  seat = boot(root.folder)
  const { run, colours, picture } = seat
  await expect.poll(() => run(`cat ${data}/logs/main.log`).said).toContain('A room is open {"kind":"own"')
  await expect.poll(colours).toBeGreaterThan(20)
  picture(join(pictures, 'first-screen.png'))
  for (const program of ['openbox', 'fcitx5', 'pipewire', 'wireplumber', 'pipewire-pulse', 'happy-home'])
    await expect
      .poll(() => [program, run(`pgrep -u kiosk -x ${program} | head -n 1`).status])
      .toEqual([program, 0])
  expect(run('systemctl is-active getty@tty1 ctrl-alt-del.target apt-daily.timer').said).not.toMatch(
    /^active/m,
  )
  expect(run('systemctl --failed --plain --no-legend').said).toBe('')
  expect(run('pgrep agetty').status).toBe(1)
  // The renderer is in the sandbox: no rights, seccomp, its own process namespace.
  const renderer = run(`cat /proc/$(pgrep -f 'happy-home --type=renderer' | head -n 1)/status`).said
  expect(renderer).toMatch(/^Seccomp:\s2$/m)
  expect(renderer).toMatch(/^CapEff:\s0+$/m)
  expect(renderer).toMatch(/^NSpid:\s\d+\s\d+/m)
  expect(
    run(
      'busctl --system call org.freedesktop.login1 /org/freedesktop/login1 org.freedesktop.DBus.Properties Get ss org.freedesktop.login1.Manager HandleLidSwitch',
    ).said,
  ).toContain('"ignore"')
})

test('staff’s files go to a stick, which is read only before and after', async () => {
  const { run, root: seen } = seat as BootedSeat
  // FAT is the emulated PC's affair (npm run seat): here a file of this machine stands in for the stick, under a stick's name.
  const image = join(folder, 'stick.img')
  execFileSync('truncate', ['-s', '8M', image])
  const owner = run('echo $(id -u kiosk):$(id -g kiosk)').said.trim()
  execFileSync('mke2fs', ['-q', '-t', 'ext2', '-E', `root_owner=${owner}`, '-F', image])
  const loop = spawnSync('losetup', ['--find', '--show', image], { encoding: 'utf8' }).stdout.trim()
  test.skip(loop === '', 'this machine has no loop devices')
  // What is set below stays on the device when it is given back.
  execFileSync('blockdev', ['--setrw', loop])
  const rights = 'nosuid,nodev,noexec'
  const mounted = run(
    `mkdir -p /media/sdz1 && mknod /dev/sdz1 b $(cat /sys/class/block/${basename(loop)}/dev | tr : ' ') &&
     mount -t ext2 -o ro,${rights} /dev/sdz1 /media/sdz1 && mount -o remount,bind,rw,${rights} /media/sdz1`,
  )
  expect(mounted).toEqual({ said: '', status: 0 })
  try {
    const stick = join(seen(), 'media/sdz1')
    const isReadOnly = (): boolean => run('touch /media/sdz1/touched').said.includes('Read-only')
    const way = { root: join(seen(), 'media/'), socket: join(seen(), 'run/happy-home/sticks') }
    const sticks = async () => [{ folder: stick, name: 'STICK' }]
    const files = createFilesService({ documents: folder, sticks, way, log: silentLog })
    const place = (await files.places()).find(({ kind }) => kind === 'usb')?.id ?? ''
    const save = (bytes: number) => files.write(place, ['名单'], 'csv', new Uint8Array(bytes))
    expect(isReadOnly()).toBe(true)
    expect(await save(100_000)).toEqual({ ok: true, value: { file: '名单.csv' } })
    expect(statSync(join(stick, '名单.csv')).size).toBe(100_000)
    expect(isReadOnly()).toBe(true)
    expect(await save(20_000_000)).toMatchObject({ error: { code: 'stick-full' } })
    expect(isReadOnly()).toBe(true)
    // A program that dies while it writes.
    const dies = `setpriv --reuid kiosk --regid kiosk --clear-groups perl -e '$| = 1;
      use IO::Socket::UNIX; my $line = IO::Socket::UNIX->new(Peer => "/run/happy-home/sticks") or die; $line->autoflush(1);
      print $line "write sdz1\\n"; print scalar <$line>; open my $out, ">", "/media/sdz1/half" or die "closed"; kill 9, $$'`
    expect(run(dies).said).toContain('ready')
    await expect.poll(isReadOnly).toBe(true)
    // Nothing but a mounted partition, asked for by the seat's account alone.
    const said = (name: string) =>
      run(
        `perl -e 'use IO::Socket::UNIX; my $line = IO::Socket::UNIX->new(Peer => "/run/happy-home/sticks") or die; $line->autoflush(1);
        print $line "write $ARGV[0]\\n"; print scalar <$line>' '${name}'`,
      ).said.trim()
    run('ln -s /etc /media/sdy1; mkdir /media/sdx1')
    for (const name of ['sdy1', 'sdx1', 'sdw1']) expect([name, said(name)]).toEqual([name, 'gone'])
    for (const name of ['../etc', 'sdz1/..', 'SDZ1', 'sdz1;sdz1', 'x'.repeat(9000)])
      expect(said(name)).toBe('')
    run('rm /media/sdy1; rmdir /media/sdx1')
    expect(run('stat -c %a%U /run/happy-home/sticks').said.trim()).toBe('600kiosk')
    execFileSync('blockdev', ['--setro', loop])
    expect(await save(10)).toMatchObject({ error: { code: 'stick-protected' } })
    const log = run('journalctl -o cat -t happy-home-sticks').said
    expect(log).toMatch(/sdz1: open for writing[\s\S]*sdz1: closed[\s\S]*closed after the line had broken/)
    expect(run('systemctl --failed --plain --no-legend; ls /run/happy-home/writes.[0-9]*').said).not.toMatch(
      /sticks|writes\.\d+-/,
    )
    // Unplugged, its place is gone.
    run('umount --lazy /media/sdz1 && rmdir /media/sdz1')
    expect(await save(10)).toMatchObject({ error: { code: 'no-place' } })
  } finally {
    run('umount --lazy /media/sdz1; rm -f /dev/sdz1')
    spawnSync('losetup', ['--detach', loop])
  }
})

test('Chinese is typed with the system’s pinyin; the left Shift gives letters', async () => {
  const { hand, selected, picture } = seat as BootedSeat
  // The set-up's first step, then the field for the room's name, by their places on a screen of 1366x768.
  await expect
    .poll(async () => {
      hand(
        'mousemove',
        '1230',
        '712',
        'click',
        '1',
        'sleep',
        '3',
        'mousemove',
        '650',
        '277',
        'click',
        '--repeat',
        '3',
        '1',
      )
      hand('type', '--delay', '150', 'nihao')
      hand('sleep', '2', 'key', 'space', 'sleep', '1', 'key', 'Shift_L', 'sleep', '1')
      hand('type', '--delay', '150', 'pc')
      hand('sleep', '1', 'mousemove', '650', '277', 'click', '--repeat', '3', '1', 'sleep', '1')
      picture(join(pictures, 'typed.png'))
      hand('key', 'Shift_L')
      return Promise.resolve(selected())
    })
    .toBe('你好pc')
})

test('whatever ends is there again: window manager, input method, program, X server', async () => {
  const { run, colours } = seat as BootedSeat
  for (const program of ['openbox', 'fcitx5', 'happy-home', 'Xvfb', 'xinit', 'kiosk-session']) {
    const oldest = () => run(`pgrep -u kiosk -x -o ${program}`).said.trim()
    await expect.poll(oldest).not.toBe('')
    const was = oldest()
    run(`kill -KILL ${was}`)
    await expect.poll(() => [program, ![was, ''].includes(oldest())]).toEqual([program, true])
  }
  await expect.poll(colours).toBeGreaterThan(20)
})

/** Rows of the room, from a copy: the room stays open. */
function children(): number {
  const copy = mkdtempSync(join(folder, 'copy-'))
  cpSync(join(root.folder, data, 'example'), copy, { recursive: true })
  const db = new Database(join(copy, 'room.sqlite'))
  try {
    return db.prepare<[], number>('SELECT count(*) FROM child').pluck().get() ?? 0
  } finally {
    db.close()
  }
}

test('it is upgraded with the room in use, and the room opens again with every child', async () => {
  const { run, colours } = seat as BootedSeat
  // A room with children: the example's.
  run(`sed -i 's,happy-home$,happy-home --example,' /usr/local/bin/room; systemctl restart happy-home-kiosk`)
  await expect.poll(() => run(`cat ${data}/logs/main.log`).said).toContain('A room is open {"kind":"example"')
  await expect.poll(colours).toBeGreaterThan(20)
  const [opened, registered] = [run(`grep -c 'A room is open' ${data}/logs/main.log`).said, children()]
  expect(registered).toBeGreaterThan(100)
  expect(run(install(now))).toMatchObject({ status: 0 })
  await expect
    .poll(() => Number(run(`grep -c 'A room is open' ${data}/logs/main.log`).said))
    .toBeGreaterThan(Number(opened))
  await expect.poll(colours).toBeGreaterThan(20)
  expect(children()).toBe(registered)
  expect(run('dpkg-query -W -f \\${Version} happy-home').said).not.toBe('0.0.1')
  expect(run('happy-home-seat --check')).toEqual({ said: '', status: 0 })
  expect(run(`tail -n 5 ${data}/logs/main.log`).said).not.toContain('[error]')
})

test('it is removed and purged: the PC has its consoles back, the children’s data stays', () => {
  const { run } = seat as BootedSeat
  const registered = children()
  expect(run('dpkg --remove happy-home')).toMatchObject({ status: 0 })
  expect(run('pgrep -x happy-home').status).toBe(1)
  expect(run('ls /opt /etc/systemd/system/happy-home-kiosk.service').said).not.toContain('happy-home\n')
  expect(run('systemctl is-enabled getty@tty1').said.trim()).toBe('enabled')
  expect(run('find /etc -xtype l -path "*systemd*" ! -lname /dev/null').said).toBe('')
  const purged = run('dpkg --purge happy-home')
  expect(purged.said).toContain(`孩子们的数据还在 ${data}`)
  expect(purged.said).toContain(`rm -r ${data}`)
  expect(children()).toBe(registered)
  expect(
    run(
      'find / -xdev -name "*happy-home*" ! -path "/proc/*" ! -path "/home/*" ! -path "/debs*" ! -path "/run/*" ! -path "/var/log/*"',
    )
      .said.split('\n')
      .filter((path) => path && !path.includes('happy-home-kiosk.service.d')),
  ).toEqual([])
  expect(existsSync(join(root.folder, data, 'example/room.sqlite'))).toBe(true)
})
