import type { Page } from './page.ts'

const every = 2000
const patience = 4000

/** Asks a page every 2 s whether its scripts still run; silence of 4 s is called unresponsive. */
export function watchHeartbeat(page: Page, tell: (responsive: boolean) => void): () => void {
  let silentSince: number | undefined
  let told = true
  const timer = setInterval(() => {
    if (page.crashed) return
    if (silentSince !== undefined) {
      if (told && performance.now() - silentSince >= patience) tell((told = false))
      return
    }
    silentSince = performance.now()
    const answered = () => {
      silentSince = undefined
      if (!told) tell((told = true))
    }
    page.send('Runtime.evaluate', { expression: '0' }).then(answered, () => {
      silentSince = undefined
    })
  }, every)
  timer.unref()
  return () => clearInterval(timer)
}
