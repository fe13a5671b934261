import { array, assert, integer, nat, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pageCount, pageDots, pageOf, standsBeyond } from './pages-rules.ts'

describe('pages of a list', () => {
  it('shows every item once', () => {
    assert(
      property(array(nat(), { maxLength: 600 }), integer({ min: 1, max: 60 }), (items, size) => {
        const pages = Array.from({ length: pageCount(items.length, size) }, (_, page) =>
          pageOf(items, page, size),
        )
        expect(pages.flat()).toEqual(items)
      }),
    )
  })

  it('has one page when empty, and holds a page that is out of range', () => {
    expect(pageCount(0, 24)).toBe(1)
    expect(pageOf([1, 2, 3], 9, 2)).toEqual([3])
    expect(pageOf([1, 2, 3], -1, 2)).toEqual([1, 2])
  })
})

const odd = (item: number): boolean => item % 2 === 1

describe('what stands beyond a page', () => {
  it('is on an earlier page, a later one, or this one alone', () => {
    expect(standsBeyond([1, 2, 4, 6], 0, 2, odd)).toEqual({ previous: false, next: false })
    expect(standsBeyond([1, 2, 4, 6], 1, 2, odd)).toEqual({ previous: true, next: false })
    expect(standsBeyond([2, 4, 6, 7], 0, 2, odd)).toEqual({ previous: false, next: true })
    expect(standsBeyond([], 0, 2, odd)).toEqual({ previous: false, next: false })
  })
})

describe('dots of a pager', () => {
  it('are all pages while there is room, then a window that holds the page', () => {
    expect(pageDots(7, 0, 9)).toHaveLength(7)
    expect(pageDots(21, 0, 9)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
    expect(pageDots(21, 20, 9)).toEqual([12, 13, 14, 15, 16, 17, 18, 19, 20])
    expect(pageDots(21, 10, 9)).toContain(10)
  })
})
