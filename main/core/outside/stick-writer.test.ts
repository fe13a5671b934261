import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { temporaryFolder } from '#core/backup/test-rooms.ts'
import { createFilesService } from '#core/files/service.ts'
import { silentLog } from '#core/kernel/log.ts'
import { ok } from '#core/kernel/result.ts'
import { partitionAt, whileWriting, type OpenStick } from './stick-writer.ts'

// The other end of the line as a seat has it; that one itself is tried with a real file system in e2e/packages/seat.packages.ts.
type Says = (heard: string, line: Socket) => string | undefined

async function seat(says?: Says) {
  const place = temporaryFolder()
  const [root, socket, folder] = [join(place, 'media/'), join(place, 'sticks'), join(place, 'media/sda1')]
  mkdirSync(folder, { recursive: true })
  const heard: string[] = []
  if (says) {
    const server = createServer((line) => {
      line.on('error', () => undefined)
      createInterface({ input: line }).on('line', (words) => {
        heard.push(words)
        const answer = says(words, line)
        if (answer) line.write(`${answer}\n`)
      })
    })
    await new Promise<void>((listening) => server.listen(socket, listening))
    onTestFinished(() => void server.close())
  }
  return { folder, heard, way: { root, socket } }
}
const usual: Says = (heard) => ({ forget: 'forgotten', done: 'closed' })[heard] ?? 'ready'
const nothing = async () => ok('written')
const fails = () => Promise.reject(new Error('broken'))
const isPlain = async ({ forget }: OpenStick) => ok(forget === undefined)
const forgets = async ({ forget }: OpenStick) => (await forget?.()) ?? ok(true)

it('takes nothing for a stick but the kernel’s name of a partition below the seat’s folder', () => {
  const taken = ['sda', 'sda1', 'sdab12', 'mmcblk0p1']
  for (const name of taken) expect(partitionAt(`/media/${name}`)).toBe(name)
  const strange = [
    '..',
    'sda1/..',
    '../etc',
    'sda1\nwrite sdb1',
    'sda1 ',
    'SDA1',
    'kiosk',
    'sda123',
    'nvme0n1p1',
    '',
  ]
  for (const name of strange) expect([name, partitionAt(`/media/${name}`)]).toEqual([name, undefined])
  expect(partitionAt('/mnt/sda1')).toBeUndefined()
  expect(partitionAt('/media/sda1/')).toBeUndefined()
})

it('asks first, writes then, and closes what it opened, also when the work fails or throws', async () => {
  const { folder, heard, way } = await seat(usual)
  const work = async ({ forget }: OpenStick) => {
    heard.push('work')
    return ok(await forget?.())
  }
  expect(await whileWriting(folder, work, way)).toEqual(ok(ok(true)))
  expect(heard).toEqual(['write sda1', 'work', 'forget', 'done'])
  await expect(whileWriting(folder, fails, way)).rejects.toThrow('broken')
  expect(heard.slice(4)).toEqual(['write sda1', 'done'])
})

it('writes plainly where nobody is to be asked: another folder, a PC without the helper', async () => {
  const one = await seat(usual)
  expect(await whileWriting(join(one.folder, 'below'), nothing, one.way)).toEqual(ok('written'))
  expect(one.heard).toEqual([])
  const other = await seat()
  expect(await whileWriting(other.folder, isPlain, other.way)).toEqual(ok(true))
})

it.each([
  ['gone', 'no-place'],
  ['protected', 'stick-protected'],
  ['busy', 'stick-busy'],
  ['failed', 'io-error'],
  ['something else', 'io-error'],
])('does not begin where the answer is %s', async (answer, problem) => {
  const { folder, way } = await seat(() => answer)
  expect(await whileWriting(folder, fails, way)).toEqual({ ok: false, error: problem })
})

it('ends with a problem where the line breaks: before the answer, in the middle, at the end', async () => {
  const before = await seat((_, line) => void line.destroy())
  expect(await whileWriting(before.folder, nothing, before.way)).toMatchObject({ error: 'stick-busy' })
  for (const at of ['forget', 'done']) {
    const { folder, way } = await seat((heard, line) =>
      heard === at ? void line.destroy() : usual(heard, line),
    )
    expect(await whileWriting(folder, forgets, way)).toMatchObject({ ok: false, error: 'io-error' })
  }
})

const offered = ({ folder, way }: Awaited<ReturnType<typeof seat>>) => {
  const parts = { documents: temporaryFolder(), sticks: async () => [{ folder, name: 'STICK' }], way }
  return createFilesService({ ...parts, log: silentLog })
}

it('reads an export back once the system has forgotten it; what differs is taken off the stick again', async () => {
  const spoilt: Says = (heard, line) => {
    if (heard === 'forget')
      for (const name of readdirSync(stick.folder)) writeFileSync(join(stick.folder, name), 'holes')
    return usual(heard, line)
  }
  const stick = await seat(spoilt)
  const files = offered(stick)
  const [place] = await files.places()
  const bytes = new TextEncoder().encode('名单')
  expect(await files.write(place!.id, ['名单'], 'csv', bytes)).toMatchObject({ error: { code: 'stick-bad' } })
  expect(readdirSync(stick.folder)).toEqual([])

  const sound = await seat(usual)
  const others = offered(sound)
  const [good] = await others.places()
  expect(await others.write(good!.id, ['名单'], 'csv', bytes)).toEqual(ok({ file: '名单.csv' }))
  expect(existsSync(join(sound.folder, '名单.csv'))).toBe(true)
})
