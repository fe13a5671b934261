import { existsSync } from 'node:fs'
import { readdir, readFile, statfs } from 'node:fs/promises'
import { freemem, networkInterfaces, totalmem } from 'node:os'
import { dirname, join } from 'node:path'
import type { DisplayReading, InputReading, MachineReadings, NetworkReading } from './readings.ts'
import { disksIn } from './smart.ts'
import { keyboardsAndPointers, modeIn, soundDevices } from './linux-rules.ts'
import { within } from './within.ts'

/** Where the system tells of itself; other folders in tests. */
export interface SystemPlaces {
  readonly sys: string
  readonly proc: string
  readonly run: string
}

export const thisSystem: SystemPlaces = { sys: '/sys', proc: '/proc', run: '/run' }

/** No single look may take longer: a dying disk or a hung driver answers nobody. Milliseconds. */
const EACH = 4000

/**
 * Looks at the machine without opening anything: no camera, no microphone. What the system does not tell is null. `folder`
 * is asked for its space.
 */
export async function readMachine(
  folder: string,
  places: SystemPlaces = thisSystem,
): Promise<MachineReadings> {
  const isLinux = process.platform === 'linux'
  const [cameras, sound, displays, input, network, memory, space, disks] = await Promise.all([
    isLinux ? within(EACH, camerasIn(places), null) : null,
    isLinux ? within(EACH, soundIn(places), null) : null,
    isLinux ? within(EACH, displaysIn(places), null) : null,
    isLinux ? within(EACH, inputIn(places), null) : null,
    within(EACH, networkIn(places), { is: 'down', address: null } as const),
    within(EACH, memoryIn(places), { totalBytes: totalmem(), freeBytes: freemem() }),
    within(EACH, spaceOf(folder), null),
    within(EACH, disksOf(places), null),
  ])
  return {
    cameras,
    microphones: sound?.microphones ?? null,
    speakers: sound?.speakers ?? null,
    displays,
    input,
    network,
    memory,
    space,
    disks,
  }
}

const text = (path: string): Promise<string> => readFile(path, 'utf8').then((read) => read.trim())
const names = (folder: string): Promise<string[]> => readdir(folder).catch(() => [])

async function camerasIn({ sys }: SystemPlaces): Promise<readonly string[]> {
  const folder = join(sys, 'class', 'video4linux')
  const found = await Promise.all(
    (await names(folder)).toSorted().map(async (name) => {
      // One camera has several nodes; the first of them gives the picture.
      const index = await text(join(folder, name, 'index')).catch(() => '0')
      return index === '0' ? text(join(folder, name, 'name')).catch(() => name) : []
    }),
  )
  return found.flat()
}

async function soundIn({ proc }: SystemPlaces) {
  return soundDevices(await text(join(proc, 'asound', 'pcm')).catch(() => ''))
}

async function displaysIn({ sys }: SystemPlaces): Promise<readonly DisplayReading[] | null> {
  const folder = join(sys, 'class', 'drm')
  const found = await Promise.all(
    (await names(folder)).map(async (name) => {
      const status = await text(join(folder, name, 'status')).catch(() => '')
      return status === 'connected' ? [modeIn(await text(join(folder, name, 'modes')).catch(() => ''))] : []
    }),
  )
  const displays = found.flat().flatMap((mode) => mode ?? [])
  return displays.length === 0 ? null : displays
}

async function inputIn({ proc }: SystemPlaces): Promise<InputReading | null> {
  const list = await text(join(proc, 'bus', 'input', 'devices')).catch(() => '')
  return list === '' ? null : keyboardsAndPointers(list)
}

async function networkIn({ sys }: SystemPlaces): Promise<NetworkReading> {
  const own = ownAddress()
  if (own) return own
  const folder = join(sys, 'class', 'net')
  const carriers = await Promise.all(
    (await names(folder))
      .filter((name) => name !== 'lo')
      .map((name) => text(join(folder, name, 'carrier')).catch(() => '0')),
  )
  return { is: carriers.includes('1') ? 'link' : 'down', address: null }
}

/** The address that others in the building reach this machine by. */
function ownAddress(): NetworkReading | undefined {
  const outside = Object.values(networkInterfaces()).flatMap((list) =>
    (list ?? []).filter(({ internal, address }) => !internal && !address.startsWith('fe80')),
  )
  const own = outside.find(({ family }) => family === 'IPv4') ?? outside[0]
  return own && { is: 'up', address: own.address }
}

async function memoryIn({ proc }: SystemPlaces): Promise<MachineReadings['memory']> {
  const list = await text(join(proc, 'meminfo')).catch(() => '')
  const kilobytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(list)?.[1])
  const [total, free] = [kilobytes('MemTotal'), kilobytes('MemAvailable')]
  return {
    totalBytes: Number.isFinite(total) ? total * 1024 : totalmem(),
    // What the system would give back when asked counts as free.
    freeBytes: Number.isFinite(free) ? free * 1024 : freemem(),
  }
}

async function spaceOf(folder: string): Promise<MachineReadings['space']> {
  // Of a room that is not there yet: of the disk that it will lie on.
  const there = existsSync(folder) ? folder : dirname(folder)
  if (!existsSync(there)) return spaceOf(there)
  const { bavail, blocks, bsize } = await statfs(there)
  return { totalBytes: blocks * bsize, freeBytes: bavail * bsize }
}

/** A report larger than this is none of ours. */
const MOST_REPORT = 2_000_000

async function disksOf({ run }: SystemPlaces): Promise<MachineReadings['disks']> {
  const report = await text(join(run, 'happy-home', 'disks.json')).catch(() => '')
  return report.length > MOST_REPORT ? null : disksIn(report)
}

/** What can be said when nothing answered in time. */
export const lateMachine = (): MachineReadings => ({
  cameras: null,
  microphones: null,
  speakers: null,
  displays: null,
  input: null,
  network: ownAddress() ?? { is: 'down', address: null },
  memory: { totalBytes: totalmem(), freeBytes: freemem() },
  space: null,
  disks: null,
})
