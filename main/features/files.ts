import type { Refusal } from '#contract/refusal.ts'
import type { Language } from '#contract/setup.ts'
import { template } from '#core/children/import-template-rules.ts'
import type { FilesService } from '#core/files/service.ts'
import { ok, type Result } from '#core/kernel/result.ts'
import en from '#locales/staff/en.json'
import zh from '#locales/staff/zh-CN.json'
import type { Handlers } from './feature.ts'

export interface FilesParts {
  readonly files: FilesService
  readonly staffLanguage: () => Language
  /** Null for a child who is not in the room. */
  readonly childName: (id: string) => string | null
  /** Today, local, YYYY-MM-DD. */
  readonly today: () => string
  /** The staff window as it stands, in its print form. */
  readonly paper: {
    print(): Promise<Result<void, Refusal>>
    pdf(): Promise<Result<Uint8Array, Refusal>>
  }
}

const names = { 'zh-CN': zh.file, en: en.file }

export function filesHandlers(parts: FilesParts): Handlers<'files'> {
  const { files, paper } = parts
  return {
    places: async () => ok(await files.places()),
    saveTemplate: ({ place }) => {
      const language = parts.staffLanguage()
      const bytes = new TextEncoder().encode(template(language))
      return files.write(place, [names[language].template], 'csv', bytes)
    },
    print: () => paper.print(),
    savePdf: async ({ place, about, childId }) => {
      const pdf = await paper.pdf()
      if (!pdf.ok) return pdf
      const name = childId === undefined ? null : parts.childName(childId)
      const words = [names[parts.staffLanguage()][about], name ?? '', parts.today()]
      return files.write(place, words, 'pdf', pdf.value)
    },
  }
}
