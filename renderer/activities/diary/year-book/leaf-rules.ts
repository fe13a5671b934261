/** A piece of the book that is set as one: it stands on one leaf, whole. */
export interface Block {
  /** mm. */
  readonly height: number
  /** A month begins on a new leaf. */
  readonly opens?: boolean
  /** A heading does not stand alone at the foot: it goes where the next block goes. */
  readonly leads?: boolean
}

/**
 * Lays blocks on leaves of so many mm, in their order. One that is higher than a leaf gets a leaf of its own; an even number of
 * leaves comes out, for two of them are one sheet.
 */
export function leavesOf<T extends Block>(blocks: readonly T[], height: number): readonly (readonly T[])[] {
  const leaves: T[][] = []
  let leaf: T[] = []
  let used = 0
  const turn = () => {
    if (leaf.length > 0) leaves.push(leaf)
    leaf = []
    used = 0
  }
  for (let at = 0; at < blocks.length;) {
    const group = [blocks[at]].filter((one) => one !== undefined)
    while (group.at(-1)?.leads && at + group.length < blocks.length) {
      const next = blocks[at + group.length]
      if (!next || next.opens) break
      group.push(next)
    }
    const tall = group.reduce((sum, one) => sum + one.height, 0)
    if (group[0]?.opens || used + tall > height) turn()
    for (const one of group) {
      if (used > 0 && used + one.height > height) turn()
      leaf.push(one)
      used += one.height
    }
    at += group.length
  }
  turn()
  return leaves
}
