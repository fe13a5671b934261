import { useState } from 'react'
import { pageCount, pageOf } from '../pages-rules.ts'
import type { PagerProps } from './choices.tsx'

export interface Pages<T> {
  /** What the page holds. */
  readonly shown: readonly T[]
  /** For the pager, which has something to turn from two pages on. */
  readonly turned: Pick<PagerProps, 'page' | 'pages' | 'onPage'>
}

/** A list in pages, since a child's screen never scrolls. It begins with the first page, or with the last. */
export function usePages<T>(items: readonly T[], size: number, from: 'first' | 'last' = 'first'): Pages<T> {
  const pages = pageCount(items.length, size)
  const [page, onPage] = useState(from === 'first' ? 0 : pages - 1)
  return { shown: pageOf(items, page, size), turned: { page, pages, onPage } }
}
