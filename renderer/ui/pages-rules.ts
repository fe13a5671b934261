/** Cuts a list into pages. @param size items a page, at least 1 */
export function pageOf<T>(items: readonly T[], page: number, size: number): readonly T[] {
  const at = Math.min(Math.max(0, page), pageCount(items.length, size) - 1)
  return items.slice(at * size, at * size + size)
}

/** How many pages a list has; an empty list has one. */
export function pageCount(items: number, size: number): number {
  return Math.max(1, Math.ceil(items / Math.max(1, size)))
}

/** Whether a kind of item stands on an earlier or a later page than this one. */
export function standsBeyond<T>(
  items: readonly T[],
  page: number,
  size: number,
  is: (item: T) => boolean,
): { readonly previous: boolean; readonly next: boolean } {
  return { previous: items.slice(0, page * size).some(is), next: items.slice((page + 1) * size).some(is) }
}

/** Which dots a pager draws: all of them up to `most`, else a window of `most` around the page. */
export function pageDots(count: number, page: number, most: number): readonly number[] {
  const width = Math.min(count, most)
  const from = Math.min(Math.max(0, page - Math.floor(width / 2)), count - width)
  return Array.from({ length: width }, (_, index) => from + index)
}
