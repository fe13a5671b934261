import { describe, expect, it } from 'vitest'
import { everyRole } from '#contract/roles.ts'
import { pagesFor } from './pages.ts'

describe('the menu of the console', () => {
  it('has at least one page for everybody', () => {
    for (const role of everyRole) expect(pagesFor(role).length).toBeGreaterThan(0)
  })
  it('keeps children and reports from volunteers and technicians', () => {
    for (const role of ['volunteer', 'technician'] as const) {
      expect(pagesFor(role).map(({ id }) => id)).not.toContain('children')
      expect(pagesFor(role).map(({ id }) => id)).not.toContain('report')
      expect(pagesFor(role).map(({ id }) => id)).not.toContain('learning')
      expect(pagesFor(role).map(({ id }) => id)).not.toContain('calls')
    }
  })
  it('shows the lamps to who mends and who coordinates', () => {
    expect(everyRole.filter((role) => pagesFor(role).some(({ id }) => id === 'health'))).toEqual([
      'coordinator',
      'technician',
    ])
  })
  it('lets only coordinators add staff', () => {
    expect(everyRole.filter((role) => pagesFor(role).some(({ id }) => id === 'staff'))).toEqual([
      'coordinator',
    ])
  })
})
