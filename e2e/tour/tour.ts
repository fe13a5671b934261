// The core's SQL comes in by the build; here Node is taught to read it before anything imports it.
import '#core/db/raw-sql.register.ts'

const { takeTour } = await import('./take-tour.ts')
process.exitCode = (await takeTour(process.argv.slice(2))) ? 0 : 1
