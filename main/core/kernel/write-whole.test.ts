import { mkdtemp, open, readFile, rm, type FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeWhole } from './write-whole.ts'

let folder: string
let file: FileHandle

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'happy-home-write-'))
  file = await open(join(folder, 'file'), 'w')
})
afterEach(async () => {
  await file.close()
  await rm(folder, { recursive: true })
})

/** The same file on a disk that takes so much of each write, and no more than `room` bytes in all. */
function tightDisk(most: number, room = Infinity): Pick<FileHandle, 'write'> {
  let left = room
  const write = async (bytes: Uint8Array, offset: number, length: number, place: number) => {
    const taken = Math.min(most, length, left)
    left -= taken
    return taken > 0 ? file.write(bytes, offset, taken, place) : { bytesWritten: 0, buffer: bytes }
  }
  return { write: write as unknown as FileHandle['write'] }
}

const bytes = Uint8Array.from({ length: 100 }, (_none, index) => index)

describe('a write that the disk takes in parts', () => {
  it('goes on until everything is there, at its place', async () => {
    await file.write(new Uint8Array(5), 0, 5, 0)
    await writeWhole(tightDisk(7), bytes, 5)
    const found = await readFile(join(folder, 'file'))
    expect([...found.subarray(5)]).toEqual([...bytes])
  })

  it('says that the disk is full when it takes nothing more', async () => {
    await expect(writeWhole(tightDisk(7, 30), bytes, 0)).rejects.toMatchObject({ code: 'ENOSPC' })
  })

  it("passes the disk's own word on", async () => {
    const full = await open('/dev/full', 'w').catch(() => undefined)
    if (!full) return
    await expect(writeWhole(full, bytes, 0)).rejects.toMatchObject({ code: 'ENOSPC' })
    await full.close()
  })

  it('has nothing to do for nothing', async () => {
    await writeWhole(tightDisk(0), new Uint8Array(), 0)
  })
})
