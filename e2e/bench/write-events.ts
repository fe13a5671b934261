// Writes so many events of the log and says so, for counting what each of them costs the disk.
import '#core/db/raw-sql.register.ts'

const { testGround } = await import('#core/db/test-ground.ts')
const { createUsageService } = await import('#core/usage/service.ts')

const [path = '', count = '1'] = process.argv.slice(2)
const ground = testGround({ path })
const usage = createUsageService(ground)
const [childId, sessionId] = [ground.newId(), ground.newId()]
for (let written = 0; written < Number(count); written += 1)
  usage.append({ childId, sessionId, kind: 'activity', activity: 'learn', lengthMs: 1000 })
// No checkpoint at the end: only the events are counted.
process.kill(process.pid, 'SIGKILL')
