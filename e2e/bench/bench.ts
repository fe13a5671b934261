// The core's SQL comes in by the build; here Node is taught to read it before anything imports it.
import '#core/db/raw-sql.register.ts'

const { takeBench } = await import('./take-bench.ts')
await takeBench(process.argv.slice(2))
