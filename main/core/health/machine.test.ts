import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keyboardsAndPointers, soundDevices } from './linux-rules.ts'
import { readMachine } from './machine.ts'
import { reachServer } from './reach-server.ts'
import { disksIn } from './smart.ts'
import { within } from './within.ts'

let root: string
beforeEach(() => void (root = mkdtempSync(join(tmpdir(), 'seat-'))))
afterEach(() => rmSync(root, { recursive: true, force: true }))

function put(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}
const places = () => ({ sys: join(root, 'sys'), proc: join(root, 'proc'), run: join(root, 'run') })

const input = `I: Bus=0019 Vendor=0000 Product=0001 Version=0000
N: Name="Power Button"
H: Handlers=kbd event0
B: PROP=0
B: EV=3

I: Bus=0011 Vendor=0001 Product=0001 Version=ab41
N: Name="AT Translated Set 2 keyboard"
H: Handlers=sysrq kbd leds event1
B: PROP=0
B: EV=120013

I: Bus=0003 Vendor=046d Product=c077 Version=0111
N: Name="Logitech USB Optical Mouse"
H: Handlers=mouse0 event2
B: PROP=0
B: EV=17

I: Bus=0003 Vendor=0eef Product=0001 Version=0210
N: Name="eGalax TouchScreen"
H: Handlers=mouse1 event3
B: PROP=2
B: EV=1b
`

describe.runIf(process.platform === 'linux')('the machine', () => {
  it('is read without opening anything', async () => {
    put('sys/class/video4linux/video0/name', 'HD Webcam\n')
    put('sys/class/video4linux/video0/index', '0\n')
    put('sys/class/video4linux/video1/name', 'HD Webcam\n')
    put('sys/class/video4linux/video1/index', '1\n')
    put('proc/asound/pcm', '00-00: ALC269VC Analog : ALC269VC Analog : playback 1 : capture 1\n00-03: HDMI 0 : HDMI 0 : playback 1\n')
    put('sys/class/drm/card0-VGA-1/status', 'connected\n')
    put('sys/class/drm/card0-VGA-1/modes', '1366x768\n1024x768\n')
    put('sys/class/drm/card0-HDMI-A-1/status', 'disconnected\n')
    put('proc/bus/input/devices', input)
    put('proc/meminfo', 'MemTotal:        3884000 kB\nMemFree:          120000 kB\nMemAvailable:    1500000 kB\n')
    put('run/happy-home/disks.json', JSON.stringify({ disks: [{ model_name: 'ST500', smart_status: { passed: true },
      ata_smart_attributes: { table: [{ id: 5, raw: { value: 3 } }, { id: 9, raw: { value: 900 } }, { id: 197, raw: { value: 2 } }] },
      power_on_time: { hours: 21000 } }] }))
    expect(await readMachine(root, places())).toMatchObject({
      cameras: ['HD Webcam'],
      microphones: ['ALC269VC Analog'],
      speakers: ['ALC269VC Analog', 'HDMI 0'],
      displays: [{ width: 1366, height: 768 }],
      input: { keyboards: 1, pointers: 1, touch: 1 },
      memory: { totalBytes: 3884000 * 1024, freeBytes: 1500000 * 1024 },
      disks: [{ model: 'ST500', passed: true, lost: 5, usedPercent: null, hours: 21000 }],
    })
  }) // prettier-ignore

  it('says null where nothing tells, and finds this machine', async () => {
    const empty = await readMachine(root, places())
    expect(empty).toMatchObject({ cameras: [], displays: null, input: null, disks: null })
    expect(empty.space?.totalBytes).toBeGreaterThan(empty.space?.freeBytes ?? Infinity)
    const here = await readMachine(root)
    expect(here.memory.totalBytes).toBeGreaterThan(2 ** 28)
  })
})

describe('what the system lists', () => {
  it('of nothing is nothing, whatever stands there', () => {
    expect(soundDevices('')).toEqual({ microphones: [], speakers: [] })
    expect(soundDevices('--- no soundcards ---')).toEqual({ microphones: [], speakers: [] })
    expect(keyboardsAndPointers('\n\n')).toEqual({ keyboards: 0, pointers: 0, touch: 0 })
    for (const text of ['', 'no', '{"disks":7}', '[]', '{"disks":[{"smart_status":7}]}'])
      expect(disksIn(text)).toBeNull()
  })
})

describe('the door of the call server', () => {
  it('answers, or is away within its time', async () => {
    const server = createServer((line) => line.destroy())
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const { port } = server.address() as AddressInfo
    expect(await reachServer(`https://127.0.0.1:${port}`)).toMatchObject({ is: 'reached' })
    await new Promise((done) => server.close(done))
    expect(await reachServer(`https://127.0.0.1:${port}`)).toEqual({ is: 'away' })
    expect(await reachServer(null)).toEqual({ is: 'none' })
    expect(await reachServer('not an address')).toEqual({ is: 'none' })
  })
})

it('waits no longer than it was told, and takes a failure for late', async () => {
  expect(await within(5, new Promise(() => {}), 'late')).toBe('late')
  expect(await within(1000, Promise.reject(new Error('no')), 'late')).toBe('late')
  expect(await within(1000, Promise.resolve(7), 'late')).toBe(7)
})
