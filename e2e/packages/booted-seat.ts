// Boots a root with its real systemd, logind and kiosk unit in a container. Only the X server is another one: Xvfb, whose socket can be
// reached from here, so that keys are pressed and the screen is looked at from outside.
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, chmodSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { coloursOf, writePng } from './screen.ts'

const session = '/opt/happy-home/resources/provisioning/debian/kiosk-session'
const onXvfb = (program: string) => `[Service]
TTYPath=
TTYReset=no
TTYVHangup=no
StandardInput=null
Environment=HAPPY_HOME=${program}
ExecStart=
ExecStart=/usr/bin/xinit ${session} -- /usr/bin/Xvfb :0 -screen 0 1366x768x24 -fbdir /tmp/.X11-unix -ac -nolisten tcp
`

export interface BootedSeat {
  readonly display: string
  /** Where its files, sockets and mounts are seen from here. */
  readonly root: () => string
  /** Runs a line of shell inside, as root. */
  readonly run: (line: string) => { said: string; status: number | null }
  /** Presses, types, moves and clicks as xdotool does. */
  readonly hand: (...words: string[]) => void
  /** The text that is marked on the screen. */
  readonly selected: () => string
  /** Writes what stands on the screen to a PNG. */
  readonly picture: (file: string) => void
  /** How many colours the screen has: one where nothing is drawn. */
  readonly colours: () => number
  readonly end: () => Promise<void>
}

/** The session starts the program through /usr/local/bin/room, which a test may write anew. */
export function boot(root: string): BootedSeat {
  const place = mkdtempSync(join(tmpdir(), 'happy-home-x11-'))
  chmodSync(place, 0o1777)
  writeFileSync(join(root, 'usr/local/bin/room'), `#!/bin/sh\nexec /opt/happy-home/happy-home\n`)
  chmodSync(join(root, 'usr/local/bin/room'), 0o755)
  const dropIn = join(root, 'etc/systemd/system/happy-home-kiosk.service.d')
  mkdirSync(dropIn, { recursive: true })
  writeFileSync(join(dropIn, 'test.conf'), onXvfb('/usr/local/bin/room'))
  const args = ['-q', '-D', root, '--register=no', '--keep-unit', '--private-network', '--timezone=off']
  const container = spawn('systemd-nspawn', [...args, `--bind=${place}:/tmp/.X11-unix`, '-b'], {
    stdio: 'ignore',
  })
  const number = 1000 + (container.pid ?? 0)
  const link = `/tmp/.X11-unix/X${number}`
  mkdirSync('/tmp/.X11-unix', { recursive: true })
  symlinkSync(join(place, 'X0'), link)
  const display = `:${number}`
  const env = { ...process.env, DISPLAY: display }
  const leader = () =>
    readFileSync(`/proc/${container.pid}/task/${container.pid}/children`, 'utf8').trim().split(' ')[0] ?? ''
  return {
    display,
    root: () => `/proc/${leader()}/root`,
    run: (line) => {
      const ran = spawnSync('nsenter', ['-t', leader(), '-a', 'sh', '-c', `exec 2>&1; ${line}`], {
        encoding: 'utf8',
      })
      return { said: ran.stdout + ran.stderr, status: ran.status }
    },
    hand: (...deeds) => void execFileSync('xdotool', deeds, { env }),
    selected: () => spawnSync('xclip', ['-o', '-selection', 'primary'], { env, encoding: 'utf8' }).stdout,
    picture: (file) => writePng(join(place, 'Xvfb_screen0'), file),
    colours: () => coloursOf(join(place, 'Xvfb_screen0')),
    end: async () => {
      if (container.exitCode === null) {
        container.kill()
        await once(container, 'exit')
      }
      rmSync(link, { force: true })
      rmSync(place, { recursive: true, force: true })
    },
  }
}
