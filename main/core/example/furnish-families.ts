import type { Purpose } from '#contract/wire.ts'
import { createContactsService } from '../contacts/service.ts'
import { createContactStore } from '../contacts/store.ts'
import type { Ground } from '../kernel/ground.ts'
import { seededRandom } from '../learning/random-rules.ts'
import { localDay } from '../sessions/local-day-rules.ts'
import { exampleFamily, type ExampleRelative } from './families.ts'

const purposes: Readonly<Record<ExampleRelative['said'][number]['purposes'], readonly Purpose[]>> = {
  all: ['video', 'phone', 'messages', 'photo'],
  voice: ['phone', 'messages'],
  photo: ['photo'],
}

/** Gives the example children families, with consents, through the service that real ones go through. */
export function furnishFamilies(room: Ground, seed: number): void {
  // A millisecond each: relatives stand in the order in which they were entered.
  let passed = 0
  const clock = { ...room.clock, wall: () => room.clock.wall() + (passed += 1) }
  const stage = { ...room, clock }
  const { db, zoneOffset } = stage
  // A chance of its own: what is generated after the families stays the same.
  const random = seededRandom(seed + 1)
  const contacts = createContactsService(stage, {
    media: { keep: () => Promise.reject(new Error('No example relative has a photograph')) },
    school: () => '',
    link: () => undefined,
  })
  const store = createContactStore(db)
  const [witnessId] = store.staffNames().keys()
  const day = localDay(clock.wall(), zoneOffset(clock.wall()))
  let phones = 0
  // +86 138 000 and five digits: a row of numbers that reads as made up.
  const nextPhone = () => `+86138000${String((phones += 1)).padStart(5, '0')}`
  for (const child of store.children()) {
    let guardianId: string | undefined
    for (const { facts, said } of exampleFamily(child.name, random, nextPhone)) {
      const added = contacts.add(child.id, facts)
      if (!added.ok) throw new Error(`An example relative was refused: ${added.error.code}`)
      guardianId ??= facts.guardian ? added.value.id : undefined
      const of = { childId: child.id, contactId: added.value.id }
      for (const word of said) {
        if (guardianId === undefined || witnessId === undefined) break
        const how = random() < 0.5 ? 'in-person' : 'phone'
        const decided = contacts.decide(of, {
          purposes: purposes[word.purposes],
          given: word.given,
          day,
          guardianId,
          witnessId,
          how,
          note: null,
        })
        if (!decided.ok) throw new Error(`An example consent was refused: ${decided.error.code}`)
      }
    }
  }
}
