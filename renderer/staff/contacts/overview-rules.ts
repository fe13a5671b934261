import type { FamilyLine } from '#contract/contacts.ts'

export const overviewFilters = ['all', 'nobody', 'no-consent', 'no-device'] as const
export type OverviewFilter = (typeof overviewFilters)[number]

/** Whether a child can call or write to nobody at all. */
const reachesNobody = ({ agreed }: Pick<FamilyLine, 'agreed'>): boolean =>
  agreed.every((purpose) => purpose === 'photo')

/** The lines of a filter. `devices` counts paired devices by child; undefined where no call server could say. */
export function filtered(
  lines: readonly FamilyLine[],
  filter: OverviewFilter,
  devices: ReadonlyMap<string, number> | undefined,
): readonly FamilyLine[] {
  switch (filter) {
    case 'all':
      return lines
    case 'nobody':
      return lines.filter(({ contacts }) => contacts.length === 0)
    case 'no-consent':
      return lines.filter((line) => line.contacts.length > 0 && reachesNobody(line))
    case 'no-device':
      return lines.filter(
        (line) => !reachesNobody(line) && devices !== undefined && !devices.get(line.childId),
      )
  }
}
