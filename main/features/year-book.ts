import { refuse, type Refusal } from '#contract/refusal.ts'
import type { Language } from '#contract/setup.ts'
import type { BookWishes } from '#core/diary/book-wish.ts'
import type { FilesService } from '#core/files/service.ts'
import { err, ok, type Result } from '#core/kernel/result.ts'
import en from '#locales/staff/en.json'
import zh from '#locales/staff/zh-CN.json'
import type { Handlers } from './feature.ts'

const words = { 'zh-CN': zh['shared-pages'], en: en['shared-pages'] }

export interface YearBookParts {
  readonly wishes: BookWishes
  readonly files: FilesService
  /** The child's window as it stands, in its print form. */
  readonly paper: {
    print(): Promise<Result<void, Refusal>>
    pdf(): Promise<Result<Uint8Array, Refusal>>
  }
  /** Today, local, YYYY-MM-DD. */
  readonly today: () => string
  readonly staffLanguage: () => Language
}

export function yearBookHandlers({
  wishes,
  files,
  paper,
  today,
  staffLanguage,
}: YearBookParts): Handlers<'yearBook'> {
  const wished = (childId: string) => {
    const wish = wishes.now()
    return wish?.childId === childId ? wish : undefined
  }
  return {
    ready: ({ leaves }) => ok(wishes.ready(leaves)),
    close: () => ok(wishes.close()),
    wish: () => ok(wishes.now()),
    print: async ({ childId }) => (wished(childId) ? paper.print() : err(refuse('not-found'))),
    save: async ({ childId, place }) => {
      const wish = wished(childId)
      if (!wish) return err(refuse('not-found'))
      // A stick goes home with the child; what lies in a folder of the seat is everybody's.
      const offered = await files.places()
      if (!offered.some(({ id, kind }) => id === place && kind === 'usb')) return err(refuse('no-place'))
      const pdf = await paper.pdf()
      if (!pdf.ok) return pdf
      // The child may have gone meanwhile.
      if (!wished(childId)) return err(refuse('not-found'))
      return files.write(place, [words[staffLanguage()].file, wish.childName, today()], 'pdf', pdf.value)
    },
  }
}
