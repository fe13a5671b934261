import { expect, it } from 'vitest'
import type { Access } from '#contract/define.ts'
import { everyRole } from '#contract/roles.ts'
import { contract } from '#contract/index.ts'
import { kindOfDeed, permissionsOf } from './permission-rules.ts'

const deeds = Object.entries(contract).flatMap(([feature, methods]) =>
  Object.entries(methods as Record<string, { readonly by: Access }>).map(([name, { by }]) => ({
    name: `${feature}.${name}`,
    by,
  })),
)
const { lines, locked } = permissionsOf(deeds)

const said = (of: readonly boolean[]) => (of.every(Boolean) ? 'all' : of.some(Boolean) ? 'some' : 'none')

it('says of every deed of every role what main decides: all of it, a part of it, nothing', () => {
  const ofStaff = deeds.filter(({ by }) => by.from === 'staff')
  expect(ofStaff.length).toBeGreaterThan(60)
  for (const { area, kind, reach, written } of lines) {
    const of = ofStaff.filter(({ name }) => name.split('.')[0] === area && kindOfDeed(name) === kind)
    expect(of.length).toBeGreaterThan(0)
    const audited = of.map(({ by }) => by.from === 'staff' && by.audited === true)
    expect([area, kind, written]).toEqual([area, kind, said(audited)])
    for (const role of everyRole) {
      const may = of.map(({ by }) => by.from === 'staff' && by.roles.includes(role))
      expect([area, kind, role, reach[role]]).toEqual([area, kind, role, said(may)])
    }
  }
  const told = new Set(lines.map(({ area, kind }) => `${area} ${kind}`))
  for (const { name } of ofStaff) expect(told).toContain(`${name.split('.')[0]} ${kindOfDeed(name)}`)
})

it('shows the private diary locked for everybody, and children to no technician', () => {
  expect(locked).toEqual(expect.arrayContaining(['diary', 'diaryMedia', 'album']))
  expect(lines.filter(({ area, reach }) => area === 'children' && reach.technician !== 'none')).toEqual([])
  expect(lines.find(({ area, kind }) => area === 'staff' && kind === 'changed')?.reach).toMatchObject({
    coordinator: 'all',
    volunteer: 'some',
  })
})
