import { mkdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync, type FSWatcher } from 'node:fs'
import { join } from 'node:path'

/** What a second start tells the first. */
export interface SecondStart {
  argv: string[]
  cwd: string
  data: unknown
}

// A process id alone may be somebody else's by now; together with its start time it is not.
function processKey(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return `${pid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''}`
  } catch {
    return undefined
  }
}

/** The lock that lets one process use a folder. The answer must come at once, so it is files, not a socket. */
export class SingleInstance {
  #watcher: FSWatcher | undefined
  #file = ''

  /** True when this process holds the lock; otherwise the holder hears of this start. */
  request(folder: string, start: SecondStart, heard: (start: SecondStart) => void): boolean {
    if (this.#watcher) return true
    this.#file = join(folder, 'stand-in.lock')
    const box = join(folder, 'stand-in.starts')
    if (this.#heldByAnother()) {
      const message = join(box, `${process.pid}`)
      writeFileSync(`${message}.part`, JSON.stringify(start))
      renameSync(`${message}.part`, `${message}.json`)
      return false
    }
    rmSync(box, { recursive: true, force: true })
    mkdirSync(box, { recursive: true })
    writeFileSync(this.#file, processKey(process.pid) ?? '')
    this.#watcher = watch(box, (_kind, name) => {
      if (!name?.endsWith('.json')) return
      const message = join(box, name)
      try {
        const text = readFileSync(message, 'utf8')
        rmSync(message)
        heard(JSON.parse(text) as SecondStart)
      } catch {
        // The removal of a message that was just read wakes the watcher once more.
      }
    })
    this.#watcher.unref()
    return true
  }

  #heldByAnother(): boolean {
    try {
      const key = readFileSync(this.#file, 'utf8')
      return key !== '' && processKey(Number(key.split(' ')[0])) === key
    } catch {
      return false
    }
  }

  get held(): boolean {
    return this.#watcher !== undefined
  }

  release(): void {
    if (!this.#watcher) return
    this.#watcher.close()
    this.#watcher = undefined
    rmSync(this.#file, { force: true })
  }
}
