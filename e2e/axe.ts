import type { Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

interface Axe {
  run(
    context: Document,
    options: object,
  ): Promise<{
    violations: { id: string; impact: string; nodes: { target: unknown; failureSummary: string }[] }[]
  }>
}

/** What axe finds serious or worse on a page as it stands. */
export async function serious(page: Page): Promise<string[]> {
  // What a busy button says to a screen reader stands in the page for some seconds: the library's own, and no picture.
  await page.locator('[data-live-announcer] [role="img"]').first().waitFor({ state: 'detached' })
  const require = createRequire(import.meta.url)
  // As an expression, past the page's own policy on scripts.
  await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'))
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: Axe }
    const { violations } = await axe.run(document, { resultTypes: ['violations'] })
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id} ${JSON.stringify(target)} ${failureSummary}`),
      )
  })
}
