// Plain JavaScript for any Node from 20 on.

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
const lookEvery = 1000

/**
 * Hands each request to end on to the child, and ends when the child has ended. A shell stands between npm and us: asked to end it dies and
 * tells nobody, so whoever npm started also looks whether it is an orphan.
 * @param {import('node:child_process').ChildProcess} child
 */
export function endWith(child) {
  for (const signal of signals) process.on(signal, () => child.kill(signal))
  const parent = process.ppid
  if (process.env.npm_lifecycle_event && process.platform !== 'win32') {
    const look = setInterval(() => {
      if (process.ppid === parent) return
      clearInterval(look)
      child.kill('SIGTERM')
    }, lookEvery)
  }
  child.on('error', (error) => {
    console.error(`Could not start: ${error.message}`)
    process.exit(1)
  })
  child.on('close', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
}
