// A child process of durability.test.ts: writes one row after another and says which are acknowledged.
import { writeSync } from 'node:fs'
import { newId } from '../kernel/ids.ts'
import { silentLog } from '../kernel/log.ts'
import { plainClock } from '../kernel/plain-clock.ts'
import { openDatabase } from './open.ts'

const [path = '', most = 'Infinity'] = process.argv.slice(2)
const clock = plainClock({ wall: () => Date.now() })
const opened = openDatabase({ path, clock, seat: 'seat-1', newId, log: silentLog })
if (!opened.ok) throw new Error(JSON.stringify(opened.error))
const db = opened.value

for (let count = 0; count < Number(most); count++) {
  const id = newId()
  db.transaction(() => {
    db.shared.set('room_setting', id, { value: String(count) })
    db.shared.append('staff_act', { id, at: count, trusted: 1, staff_id: 's', method: 'kill', subject: null })
  })
  // Straight to the pipe: what the parent has read was committed before.
  writeSync(1, `${id}\n`)
}
