import { z } from 'zod'

/** What a disk says of itself. */
export interface Disk {
  readonly model: string
  /** Its own verdict; null where it gives none. */
  readonly passed: boolean | null
  /** Sectors that it gave up or waits to give up, or errors of a flash disk. */
  readonly lost: number
  /** Of a flash disk: how much of its life is used, percent. */
  readonly usedPercent: number | null
  readonly hours: number | null
}

/** Reallocated, pending and uncorrectable sectors: the three that foretell a dying disk. */
const LOST = new Set([5, 197, 198])

const raw = z.object({ value: z.number() })
// Of smartctl's JSON (7.x) what is needed; the rest may change.
const disk = z.object({
  model_name: z.string().max(200).optional(),
  smart_status: z.object({ passed: z.boolean() }).optional(),
  ata_smart_attributes: z.object({ table: z.array(z.object({ id: z.number(), raw })) }).optional(),
  nvme_smart_health_information_log: z
    .object({ percentage_used: z.number().optional(), media_errors: z.number().optional() })
    .optional(),
  power_on_time: z.object({ hours: z.number() }).optional(),
})
const report = z.object({ disks: z.array(disk).max(32) })

/** Reads what the root timer wrote (`happy-home-disks`); null for anything else. */
export function disksIn(text: string): readonly Disk[] | null {
  const read = report.safeParse(parsed(text))
  if (!read.success) return null
  return read.data.disks.map((one) => {
    const flash = one.nvme_smart_health_information_log
    const sectors = (one.ata_smart_attributes?.table ?? []).filter(({ id }) => LOST.has(id))
    return {
      model: one.model_name ?? '',
      passed: one.smart_status?.passed ?? null,
      lost: sectors.reduce((sum, { raw: { value } }) => sum + value, 0) + (flash?.media_errors ?? 0),
      usedPercent: flash?.percentage_used ?? null,
      hours: one.power_on_time?.hours ?? null,
    }
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
