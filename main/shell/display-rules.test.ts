import { array, assert, boolean, constantFrom, integer, nat, property, record, uniqueArray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  displaysToCover, fills, markOf, ownDisplay, rememberOwn, zoomFor, type Bounds, type DisplayFacts,
} from './display-rules.ts' // prettier-ignore

const at = (x: number, width = 1366, height = 768): Bounds => ({ x, y: 0, width, height })
const panel: DisplayFacts = { id: 1, label: '', internal: true, bounds: at(0) }
const monitor: DisplayFacts = { id: 2, label: 'Old monitor', internal: false, bounds: at(0, 1024) }
const television: DisplayFacts = { id: 3, label: 'TV', internal: false, bounds: at(1366, 1920, 1080) }

describe('which display is ours', () => {
  it('is the panel that is built in, whatever is the main one when a seat starts for the first time', () => {
    expect(ownDisplay([television, panel], [], television.id)).toBe(panel)
  })

  it('is the main one of the first start where none is built in', () => {
    expect(ownDisplay([television, monitor], [], monitor.id)).toBe(monitor)
  })

  it('stays the same when a television becomes the main one, and comes back after it was pulled out', () => {
    const remembered = rememberOwn([], monitor)
    expect(ownDisplay([television, monitor], remembered, television.id)).toBe(monitor)
    expect(ownDisplay([television], remembered, television.id)).toBe(television)
    expect(ownDisplay([television, monitor], remembered, television.id)).toBe(monitor)
  })

  it('is the new monitor of a seat whose old one is gone for good', () => {
    const next = { ...monitor, id: 9, label: 'New monitor' }
    const remembered = rememberOwn(rememberOwn([], monitor), next)
    expect(ownDisplay([television, next], remembered, television.id)).toBe(next)
    expect(ownDisplay([monitor, next], remembered, next.id)).toBe(monitor)
  })

  it('is known by its label where another took its number, and by its number where two have its label', () => {
    const moved = { ...monitor, id: 3 }
    const other = { ...television, id: 2 }
    expect(ownDisplay([other, moved], [markOf(monitor)], other.id)).toBe(moved)
    const twin = { ...monitor, id: 4, bounds: at(1024, 1024) }
    expect(ownDisplay([twin, monitor], [markOf(monitor)], twin.id)).toBe(monitor)
    // Neither of two that look alike and have other numbers is surely it.
    const [one, two] = [
      { ...twin, id: 5 },
      { ...twin, id: 6 },
    ]
    expect(ownDisplay([one, two], [markOf(monitor)], two.id)).toBe(two)
  })

  it('remembers the first for ever and eight in all', () => {
    let remembered = rememberOwn([], monitor)
    for (let id = 10; id < 40; id += 1)
      remembered = rememberOwn(remembered, { ...television, id, label: `TV ${id}` })
    expect(remembered).toHaveLength(8)
    expect(remembered[0]).toEqual(markOf(monitor))
    expect(remembered.at(-1)?.id).toBe(39)
    expect(rememberOwn(remembered, monitor)).toBe(remembered)
  })
})

const bounds = record({
  x: integer({ min: -4000, max: 4000 }),
  y: integer({ min: -2000, max: 2000 }),
  width: integer({ min: 600, max: 3840 }),
  height: integer({ min: 480, max: 2160 }),
})
const displays = uniqueArray(
  record({ id: nat(9), label: constantFrom('', 'A', 'B'), internal: boolean(), bounds }),
  {
    minLength: 1,
    maxLength: 5,
    selector: ({ id }) => id,
  },
)
const marks = array(record({ id: nat(9), label: constantFrom('', 'A', 'B') }), { maxLength: 8 })

describe('covers', () => {
  it('lie over every other display and never over ours, whatever comes and goes', () => {
    assert(
      property(displays, marks, nat(9), (all, remembered, main) => {
        const own = ownDisplay(all, remembered, main)!
        expect(all).toContain(own)
        const covered = displaysToCover(all, own)
        expect(covered).not.toContain(own)
        for (const { bounds: one } of covered) {
          const apart =
            one.x >= own.bounds.x + own.bounds.width ||
            own.bounds.x >= one.x + one.width ||
            one.y >= own.bounds.y + own.bounds.height ||
            own.bounds.y >= one.y + one.height
          expect(apart).toBe(true)
        }
        // Side by side, as nearly always, nothing is left open.
        const row = all.map((display, index) => ({ ...display, bounds: at(index * 1366) }))
        const mine = ownDisplay(row, remembered, main)!
        expect(displaysToCover(row, mine)).toHaveLength(row.length - 1)
      }),
    )
  })

  it('hide no mirror of ours', () => {
    expect(displaysToCover([panel, { ...television, bounds: at(0, 1920, 1080) }], panel)).toEqual([])
  })

  it('are asked of a display that a window does not fill to the pixel or two', () => {
    expect(fills(at(0, 1093, 615), at(0, 1093, 614))).toBe(true)
    expect(fills(at(0), at(0, 1024))).toBe(false)
    expect(fills(at(0), at(1366))).toBe(false)
  })
})

describe('the zoom of a child’s page', () => {
  it('gives a panel of 1366x768 its own size back at 125 %, and leaves what is large enough', () => {
    const zoom = zoomFor({ width: 1093, height: 614 })
    expect([Math.round(1093 / zoom), Math.round(614 / zoom)]).toEqual([1367, 768])
    for (const size of [at(0), at(0, 1024), at(0, 1920, 1080), at(0, 1280, 1024)])
      expect(zoomFor(size)).toBe(1)
  })

  it('leaves room for a whole screen on whatever is not tiny, and is never larger than life', () => {
    assert(
      property(integer({ min: 480, max: 4000 }), integer({ min: 320, max: 4000 }), (width, height) => {
        const zoom = zoomFor({ width, height })
        expect(zoom).toBeLessThanOrEqual(1)
        expect(width / zoom).toBeGreaterThanOrEqual(1023.9)
        expect(height / zoom).toBeGreaterThanOrEqual(767.9)
      }),
    )
    expect(zoomFor({ width: 0, height: 0 })).toBe(1)
  })
})
