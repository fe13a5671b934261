// A whole PC, emulated: QEMU with the image's own kernel, keys and sticks through its monitor, and a line every two seconds on its serial port.
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { OwnRoot } from './clean-root.ts'

/** As the program does on a seat: asks for the stick, writes, and says when it is done. Prints every answer. */
export const writer = `
use IO::Socket::UNIX;
my ($name, $file) = @ARGV;
my $line = IO::Socket::UNIX->new(Peer => '/run/happy-home/sticks') or die "nobody listens\\n";
$line->autoflush(1);
sub ask { print $line "$_[0]\\n"; my $said = <$line>; chomp $said; print "$said,"; $said }
exit unless ask("write $name") eq 'ready';
open my $out, '>', "/media/$name/$file" or die "$!\\n";
print $out 'a' x 300000;
close $out;
ask('forget');
ask('done');
print open(my $late, '>', "/media/$name/late.txt") ? 'writable' : 'read-only';
`

/** What the probe in the image says of it; only the test's image has one. */
const probe = `#!/bin/sh
wrote=
opened() { grep -cs 'A room is open' /home/kiosk/.config/happy-home/logs/main.log; }
# Of earlier starts: a power cut may take the last of these lines with it.
before=$(opened)
while :; do
  stick=$(ls /media 2>/dev/null | head -n 1)
  [ -n "$stick" ] || wrote=
  if [ -n "$stick" ] && [ -z "$wrote" ]; then
    wrote=$(setpriv --reuid kiosk --regid kiosk --clear-groups perl /usr/local/bin/writer "$stick" export.bin 2>&1 | tr ' \\n' '~~')
    [ -s "/media/$stick/export.bin" ] && wrote=$wrote,$(wc -c <"/media/$stick/export.bin")
  fi
  # What a stick of the test asks for.
  if [ -e "/media/$stick/fill-the-disk" ] && [ ! -e /var/filled ]; then
    touch /var/filled
    dd if=/dev/zero of=/home/kiosk/filled bs=1M 2>/dev/null
    sync
  fi
  now=$(opened)
  room=$((\${now:-0} - \${before:-0}))
  sticks=$(grep ' /media/' /proc/mounts | tr ' ' '~' | tr '\\n' ';')
  echo "PROBE vt=$(cat /sys/class/tty/tty0/active) x=$(pgrep -xc Xorg) gettys=$(pgrep -xc agetty) room=$room up=$(cut -d. -f1 /proc/uptime) year=$(date +%Y) sticks=$sticks free=$(df --output=avail / | tail -n 1 | tr -d ' ') wrote=$wrote" >/dev/ttyS0
  sleep 2
done
`
const unit = `[Service]
ExecStart=/usr/local/bin/probe
[Install]
WantedBy=sysinit.target
`

export interface Seen {
  readonly vt: string
  readonly x: number
  readonly gettys: number
  /** How often a room was opened since the machine started. */
  readonly room: number
  /** Seconds since the machine started. */
  readonly up: number
  readonly year: number
  readonly sticks: string
  /** Kilobytes that the disk still takes. */
  readonly free: number
  /** What the seat's account was answered when it wrote on the stick. */
  readonly wrote: string
}

/** Adds a kernel and the probe to a root with the package in it, and makes a disk of it. */
export function makeDisk(root: OwnRoot, disk: string): { kernel: string; initrd: string } {
  const within = (...words: string[]): void =>
    void execFileSync('chroot', [root.folder, ...words], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  within('apt-get', 'update', '-q')
  within('apt-get', 'install', '-y', '-q', '--no-install-recommends', 'linux-image-amd64')
  writeFileSync(join(root.folder, 'usr/local/bin/probe'), probe)
  chmodSync(join(root.folder, 'usr/local/bin/probe'), 0o755)
  writeFileSync(join(root.folder, 'usr/local/bin/writer'), writer)
  writeFileSync(join(root.folder, 'etc/systemd/system/probe.service'), unit)
  const wants = join(root.folder, 'etc/systemd/system/sysinit.target.wants')
  mkdirSync(wants, { recursive: true })
  if (!existsSync(join(wants, 'probe.service'))) symlinkSync('../probe.service', join(wants, 'probe.service'))
  writeFileSync(join(root.folder, 'etc/fstab'), '/dev/vda / ext4 noatime,errors=remount-ro 0 1\n')
  writeFileSync(join(root.folder, 'etc/machine-id'), '')
  const boot = readdirSync(join(root.folder, 'boot'))
  const named = (start: string): string =>
    join(root.folder, 'boot', boot.find((name) => name.startsWith(start)) ?? start)
  execFileSync('mke2fs', ['-q', '-t', 'ext4', '-d', root.folder, '-F', disk, '4G'])
  return { kernel: named('vmlinuz-'), initrd: named('initrd.img-') }
}

export class Machine {
  readonly #place: string
  readonly #process: ChildProcess

  /** `place` is a folder for its serial log and its monitor; `more` are words for QEMU. */
  constructor(
    place: string,
    disk: string,
    boot: { kernel: string; initrd: string },
    more: readonly string[] = [],
  ) {
    this.#place = place
    writeFileSync(this.#log, '')
    const devices = [
      '-device',
      'qemu-xhci,id=xhci',
      '-device',
      'usb-tablet',
      '-vga',
      'std',
      '-display',
      'none',
      '-net',
      'none',
    ]
    const drive = ['-drive', `file=${disk},format=raw,if=virtio,cache=unsafe`]
    const start = [
      '-kernel',
      boot.kernel,
      '-initrd',
      boot.initrd,
      '-append',
      'root=/dev/vda ro console=tty1 quiet loglevel=3',
    ]
    const ends = ['-serial', `file:${this.#log}`, '-monitor', `unix:${join(place, 'monitor')},server,nowait`]
    const kind = ['-machine', 'q35,accel=tcg', '-cpu', 'max', '-m', '2048', '-smp', '2']
    this.#process = spawn('qemu-system-x86_64', [...kind, ...devices, ...drive, ...start, ...ends, ...more], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  }

  get #log(): string {
    return join(this.#place, 'serial.log')
  }

  get runs(): boolean {
    return this.#process.exitCode === null && this.#process.signalCode === null
  }

  /** The newest line of the probe. */
  seen(): Seen | undefined {
    const line = readFileSync(this.#log, 'utf8')
      .match(/PROBE .*\S/g)
      ?.at(-1)
    if (!line) return undefined
    const of = (name: string): string => new RegExp(` ${name}=(\\S*)`).exec(line)?.[1] ?? ''
    const number = (name: string): number => Number(of(name))
    return {
      vt: of('vt'),
      x: number('x'),
      gettys: number('gettys'),
      room: number('room'),
      up: number('up'),
      year: number('year'),
      sticks: of('sticks'),
      free: number('free'),
      wrote: of('wrote'),
    }
  }

  /** Waits until it is so; false after as many seconds. */
  async until(so: (seen: Seen) => boolean, seconds: number): Promise<boolean> {
    const end = performance.now() + seconds * 1000
    while (performance.now() < end && this.runs) {
      const seen = this.seen()
      if (seen && so(seen)) return true
      await pause(1000)
    }
    return false
  }

  /** Says lines to QEMU's monitor, one after the other. */
  async say(...lines: readonly string[]): Promise<void> {
    const monitor = connect(join(this.#place, 'monitor'))
    await once(monitor, 'connect')
    for (const line of lines) {
      monitor.write(`${line}\n`)
      await pause(250)
    }
    monitor.end()
    await pause(250)
  }

  async picture(file: string): Promise<void> {
    await this.say(`screendump ${file} -f png`)
    await pause(1500)
  }

  async ended(seconds: number): Promise<boolean> {
    const end = performance.now() + seconds * 1000
    while (performance.now() < end && this.runs) await pause(500)
    return !this.runs
  }

  async end(): Promise<void> {
    if (!this.runs) return
    this.#process.kill('SIGKILL')
    await once(this.#process, 'exit')
  }
}

export type StickKind = 'vfat' | 'ext4' | 'broken'

/** A stick of one file system, made from a folder; `broken`: FAT whose tables hold anything. @returns false where its tool is missing */
export function makeStick(file: string, kind: StickKind, folder: string): boolean {
  writeFileSync(file, '')
  execFileSync('truncate', ['-s', '40M', file])
  if (kind === 'ext4') return spawnSync('mke2fs', ['-q', '-t', 'ext4', '-F', '-d', folder, file]).status === 0
  if (spawnSync('mkfs.vfat', ['-n', 'STICK', file]).status !== 0) return false
  const files = readdirSync(folder).map((name) => join(folder, name))
  if (spawnSync('mcopy', ['-i', file, ...files, '::']).status !== 0) return false
  if (kind === 'vfat') return true
  const bytes = readFileSync(file)
  // Behind the first sector, which says what it is: the same noise each time.
  for (let at = 1024; at < 400_000; at += 1) bytes[at] = (at * 2_654_435_761) >>> 13
  writeFileSync(file, bytes)
  return true
}
