// A child process of lived-time.test.ts: beats until its input ends, then says what it has lived and what has passed.
import { NO_MEMORY } from './clock-rules.ts'
import { lived } from './lived-time.ts'
import { systemClock } from './system-clock.ts'

const clock = systemClock({ builtAt: 0, memory: NO_MEMORY, keep: () => {} })
const began = clock.monotonic()
let [last, credited] = [began, 0]
const beat = (): void => {
  const now = clock.monotonic()
  credited += lived(now - last, 1000)
  last = now
}
const timer = setInterval(beat, 50)
process.stdout.write('beating')
process.stdin.resume()
process.stdin.on('end', () => {
  beat()
  clearInterval(timer)
  process.stdout.write(JSON.stringify({ credited, passed: last - began }))
})
