import type { FileHandle } from 'node:fs/promises'

/**
 * Writes all of `bytes` at `place` (bytes from the start of the file). A disk that is nearly full takes a part of a write and says so only by a
 * smaller count; the next write then says why. Rejects with the system's error, such as `ENOSPC`.
 */
export async function writeWhole(
  handle: Pick<FileHandle, 'write'>,
  bytes: Uint8Array,
  place: number,
): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, place + done)
    if (bytesWritten === 0) throw Object.assign(new Error('The disk took nothing more'), { code: 'ENOSPC' })
    done += bytesWritten
  }
}
