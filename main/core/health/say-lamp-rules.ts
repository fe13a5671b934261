import type { Language } from '#contract/languages.ts'
import type { Lamp } from '#contract/health.ts'

/** Looks a key of the staff's words up and fills it. */
export type SayKey = (key: string, facts: Readonly<Record<string, string | number>>) => string

export interface LampWords {
  readonly name: string
  readonly says: string
  /** Small facts, one after the other; may be empty. */
  readonly facts: string
  /** What to do about it; undefined where nothing is. */
  readonly deed: string | undefined
}

/** What a lamp says, in a language: the same on the page, on paper and on a console. */
export function lampWords(
  { name, says, tone, facts }: Omit<Lamp, 'since'>,
  language: Language,
  say: SayKey,
): LampWords {
  const told = facts.map(({ is, of }) => say(`health.fact.${is}`, readable(of, language)))
  return {
    name: say(`health.lamp.${name}`, {}),
    says: say(`health.says.${name}.${says}`, {}),
    facts: told.join(' · '),
    deed: tone === 'good' ? undefined : say(`health.do.${name}.${says}`, {}),
  }
}

/** Times and sizes as people read them; by the ends of their names. */
function readable(of: Lamp['facts'][number]['of'], language: Language): Record<string, string | number> {
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
  return Object.fromEntries(
    Object.entries(of).map(([name, value]) => {
      if (typeof value === 'string') return [name, value]
      if (name.endsWith('At')) return [name, time.format(value)]
      if (name.endsWith('Bytes')) return [name, sizeOf(value, number)]
      return [name, number.format(value)]
    }),
  )
}

function sizeOf(bytes: number, number: Intl.NumberFormat): string {
  if (bytes >= 1e9) return `${number.format(bytes / 1e9)} GB`
  return `${number.format(bytes / 1e6)} MB`
}
