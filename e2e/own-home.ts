import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { test as base } from './fixture.ts'

/** A home of its own for the seat's account, so that what is saved lands in the test's folder. */
export const test = base.extend<{ documents: string }>({
  documents: [
    async ({ userData }, use) => {
      const home = join(userData, 'home')
      const before = process.env['HOME']
      await mkdir(home, { recursive: true })
      process.env['HOME'] = home
      await use(join(home, 'Documents'))
      if (before === undefined) delete process.env['HOME']
      else process.env['HOME'] = before
    },
    { auto: true },
  ],
})
