// npm run seat: a seat in an emulated PC, from power-on, with everything pressed and plugged from outside. Without KVM it takes some twenty minutes.
// It prints one row for each line of the catalogue; exit code 1 when one of them does not hold.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { spawnSync } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { packDeb } from '../../resources/packaging/debian/pack-deb.ts'
import { layOut } from '../../resources/packaging/lay-out.ts'
import { hostBinary } from '../host-binary.ts'
import { cleanRoot, ownRoot, whyNot } from './clean-root.ts'
import { Machine, makeDisk, makeStick, type Seen, type StickKind } from './machine.ts'

/** Seconds that an emulated PC may take for a start; a real one takes a tenth. */
const start = 600
/** Seconds that anything else may take there. */
const patient = 300
const pictures = resolve(import.meta.dirname, '../../out/seat')

const { host, path: electron } = hostBinary()
const lacks =
  whyNot() ??
  (host === 'chromium' ? 'there is no Electron here' : undefined) ??
  (spawnSync('which', ['qemu-system-x86_64']).status === 0 ? undefined : 'qemu-system-x86 is not installed')
if (lacks) {
  console.log(`Not run: ${lacks}.`)
  process.exit(1)
}
const clean = cleanRoot()
if ('reason' in clean) {
  console.log(`Not run: ${clean.reason}`)
  process.exit(1)
}

const asBefore = (seen: Seen): boolean => seen.vt === 'tty1' && seen.x === 1 && seen.gettys === 0

let failed = 0
function row(what: string, holds: boolean, seen: Seen | undefined): void {
  if (!holds) failed++
  console.log(`${holds ? 'holds ' : 'FAILS '} ${what.padEnd(52)} ${JSON.stringify(seen ?? {})}`)
}

const place = mkdtempSync(join(tmpdir(), 'happy-home-seat-'))
mkdirSync(pictures, { recursive: true })
const root = ownRoot(clean.folder)
let machine: Machine | undefined
try {
  const laid = layOut({ system: 'linux', output: place, electron: dirname(electron) })
  const deb = packDeb({ ...laid, output: place })
  cpSync(deb, join(root.folder, basename(deb)))
  const made = root.run(`dpkg -i /${basename(deb)} && happy-home-seat --quiet && happy-home-seat --check`)
  if (made.status !== 0) throw new Error(`The image is no seat: ${made.said.slice(-500)}`)
  const disk = join(place, 'disk.img')
  const boot = makeDisk(root, disk)
  console.log('The disk is made; the PC starts (without KVM this takes minutes).')

  machine = new Machine(place, disk, boot)
  const pc = machine
  const opened = await pc.until((seen) => seen.room > 0 && asBefore(seen), start)
  row('power on: the room opens, no login, no console', opened, pc.seen())
  await pause(60_000)
  await pc.picture(join(pictures, 'first-screen.png'))

  /** Waits for two more lines of the probe: the second was begun after now. */
  async function looksAgain(on: Machine = pc): Promise<Seen | undefined> {
    for (let times = 0; times < 2; times++) {
      const before = on.seen()?.up
      await on.until((seen) => seen.up !== before, patient)
    }
    return on.seen()
  }
  /** Presses keys and looks whether the PC is where it was, and did not start anew. */
  async function press(what: string, ...lines: string[]): Promise<void> {
    const before = pc.seen()?.up ?? 0
    await pc.say(...lines)
    const seen = await looksAgain()
    row(what, pc.runs && seen !== undefined && asBefore(seen) && seen.up > before && seen.room > 0, seen)
  }
  for (const number of [1, 2, 3, 6, 12]) await press(`Ctrl+Alt+F${number}`, `sendkey ctrl-alt-f${number}`)
  await press('Ctrl+Alt+Backspace', 'sendkey ctrl-alt-backspace')
  await press('Ctrl+Alt+Del once', 'sendkey ctrl-alt-delete')
  await press(
    'Ctrl+Alt+Del seven times in two seconds',
    ...Array.from({ length: 7 }, () => 'sendkey ctrl-alt-delete 50'),
  )
  for (const key of ['b', 'k', 'e', 'r'])
    await press(`Alt+SysRq+${key.toUpperCase()}`, `sendkey alt-sysrq-${key}`)
  await press('Alt+F4, Ctrl+Esc, Windows key', 'sendkey alt-f4', 'sendkey ctrl-esc', 'sendkey meta_l')
  await press('the sleep key of a keyboard', 'sendkey sleep')

  const files = join(place, 'stick')
  mkdirSync(files)
  writeFileSync(join(files, 'autorun.inf'), '[autorun]\r\nopen=evil.exe\r\n')
  writeFileSync(join(files, 'evil.exe'), 'MZ')
  /** Plugs in a stick for as long as `during` takes. */
  async function plug(
    on: Machine,
    kind: StickKind,
    name: string,
    during: () => Promise<void>,
  ): Promise<void> {
    const file = join(place, `${name}.img`)
    if (!makeStick(file, kind, files)) {
      console.log(`not tried: a ${kind} stick (its tool is not installed: dosfstools, mtools)`)
      return
    }
    await on.say(
      `drive_add 0 if=none,id=${name},format=raw,file=${file}`,
      `device_add usb-storage,bus=xhci.0,drive=${name},id=stick-${name}`,
    )
    await during()
    await on.say(`device_del stick-${name}`)
    row(
      `the ${name} stick pulled: its place is gone`,
      await on.until((seen) => seen.sticks === '', patient),
      on.seen(),
    )
  }
  await plug(pc, 'vfat', 'plain', async () => {
    const mounted = await pc.until((seen) => /~ro,nosuid,nodev,noexec/.test(seen.sticks), patient)
    row('a stick with autorun: read only, nothing starts', mounted, pc.seen())
    const asked = await pc.until((seen) => seen.wrote !== '', patient)
    row(
      'an export to that stick: written, read only again',
      asked && pc.seen()?.wrote === 'ready,forgotten,closed,read-only,300000',
      pc.seen(),
    )
  })
  await plug(pc, 'ext4', 'rights', async () => {
    const seen = await looksAgain()
    row('a stick with rights and devices (ext4): left alone', seen?.sticks === '' && seen.room > 0, seen)
  })
  // Mounted or not, and written or refused: what counts is that the seat goes on, and that it is open to nobody in the end.
  await plug(pc, 'broken', 'broken', async () => {
    await looksAgain()
    await pc.until(({ sticks }) => !sticks.includes('~rw,'), patient)
    const seen = pc.seen()
    row('a stick with a broken file system: the room goes on', seen !== undefined && asBefore(seen) && seen.room > 0 && !seen.sticks.includes('~rw,'), seen) // prettier-ignore
  })
  await pc.picture(join(pictures, 'after-the-keys.png'))

  await pc.say('system_powerdown')
  row('the power button: off, in order', await pc.ended(patient), pc.seen())

  // The clock's battery is dead: what was known last is the time.
  machine = new Machine(place, disk, boot, ['-rtc', 'base=2000-01-01T00:00:00'])
  const again = machine
  const old = await again.until((seen) => seen.room > 0 && asBefore(seen), start)
  row(
    'a clock at 2000: the room opens, at the last known time',
    old && (again.seen()?.year ?? 0) >= 2026,
    again.seen(),
  )
  await again.end()

  machine = new Machine(place, disk, boot)
  const cut = machine
  row(
    'pulled power: the room opens again',
    await cut.until((seen) => seen.room > 0 && asBefore(seen), start),
    cut.seen(),
  )
  writeFileSync(join(files, 'fill-the-disk'), '')
  await plug(cut, 'vfat', 'filling', async () => {
    const filled = await cut.until((seen) => seen.free < 1000, patient)
    const seen = await looksAgain(cut)
    row('a disk that fills: the room goes on', filled && seen !== undefined && asBefore(seen) && seen.room > 0, seen) // prettier-ignore
  })
} finally {
  await machine?.end()
  root.end()
  rmSync(place, { recursive: true, force: true })
}
console.log(failed === 0 ? 'Every row holds.' : `${failed} rows do not hold.`)
process.exit(failed === 0 ? 0 : 1)
