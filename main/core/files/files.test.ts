import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { silentLog } from '#core/kernel/log.ts'
import { fileName, freeName } from './file-name-rules.ts'
import { labelOf, mountedSticks } from './mount-rules.ts'
import { createFilesService } from './service.ts'

const folders: string[] = []
const text = (words: string) => new TextEncoder().encode(words)

function filesOn() {
  const root = mkdtempSync(join(tmpdir(), 'files-'))
  folders.push(root)
  const [documents, stick] = [join(root, '文档'), join(root, 'U 盘')]
  mkdirSync(documents)
  mkdirSync(stick)
  const sticks = async () => [{ folder: stick, name: 'KINGSTON' }]
  return { documents, stick, files: createFilesService({ documents, sticks, log: silentLog }) }
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

describe('giving files out', () => {
  it('offers sticks first, then documents, and never a folder’s path', async () => {
    const { files, stick } = filesOn()
    const places = await files.places()
    expect(places.map(({ kind, name }) => [kind, name])).toEqual([
      ['usb', 'KINGSTON'],
      ['documents', '文档'],
    ])
    expect(places.every(({ freeBytes }) => freeBytes > 0)).toBe(true)
    expect(JSON.stringify(places)).not.toContain(stick)
    expect(await files.places()).toEqual(places.map((place) => ({ ...place, freeBytes: expect.any(Number) })))
  })

  it('never writes over a file, also when two are written at once', async () => {
    const { files, stick } = filesOn()
    const [place] = await files.places()
    const answers = await Promise.all(
      ['一', '二', '三'].map((words) => files.write(place!.id, ['名单'], 'csv', text(words))),
    )
    const names = answers.map((answer) => answer.ok && answer.value.file)
    expect(new Set(names)).toEqual(new Set(['名单 (2).csv', '名单 (3).csv', '名单.csv']))
    expect(readdirSync(stick)).toHaveLength(3)
    expect(names.map((name) => readFileSync(join(stick, String(name)), 'utf8'))).toEqual(['一', '二', '三'])
  })

  it('makes the documents folder of an account that has none yet', async () => {
    const { files, documents } = filesOn()
    rmSync(documents, { recursive: true })
    expect((await files.places()).map(({ kind }) => kind)).toEqual(['usb', 'documents'])
    expect(readdirSync(documents)).toEqual([])
  })

  it('takes no path for a place, and says when the stick is gone', async () => {
    const { files, stick } = filesOn()
    const [place] = await files.places()
    for (const strange of [stick, '..', '/', '']) {
      expect(await files.write(strange, ['名单'], 'csv', text(''))).toMatchObject({
        error: { code: 'no-place' },
      })
    }
    rmSync(stick, { recursive: true })
    expect(await files.write(place!.id, ['名单'], 'csv', text(''))).toMatchObject({
      error: { code: 'no-place' },
    })
    expect((await files.places()).map(({ kind }) => kind)).toEqual(['documents'])
  })
})

it('makes names that a stick takes', () => {
  expect(fileName(['错题本', '林小雨'], 'pdf')).toBe('错题本-林小雨.pdf')
  expect(fileName(['../..', 'a/b\\c:d'], 'pdf')).toBe('.. ..-a b c d.pdf')
  expect(fileName([' ', ''], 'csv')).toBe('file.csv')
  expect(Array.from(fileName(['𠮷'.repeat(200)], 'csv'))).toHaveLength(74)
  expect(freeName('a.b.csv', 1)).toBe('a.b (2).csv')
})

it('finds sticks among the mounts, with blanks in their names, those that only read too, and what they are called', () => {
  const mounts = `proc /proc proc rw,nosuid 0 0
/dev/sda1 / ext4 rw,relatime 0 0
/dev/sdb1 /media/kiosk/MY\\040STICK vfat rw,nosuid 0 0
/dev/sdc1 /media/sdc1 vfat ro,nosuid 0 0
tmpfs /mnt/tmp tmpfs rw 0 0
/dev/sdd1 /mnt/usb exfat rw 0 0
`
  expect(mountedSticks(mounts)).toEqual([
    { folder: '/media/kiosk/MY STICK', device: '/dev/sdb1' },
    { folder: '/media/sdc1', device: '/dev/sdc1' },
    { folder: '/mnt/usb', device: '/dev/sdd1' },
  ])
  expect(['KINGSTON', 'MY\\x20STICK', '\\xe5\\xad\\xa6\\xe6\\xa0\\xa1', '100%'].map(labelOf)).toEqual([
    'KINGSTON',
    'MY STICK',
    '学校',
    '100%',
  ])
})
