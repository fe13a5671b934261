import type { Rolldown } from 'vite'

type Way = (module: Rolldown.ModuleInfo) => readonly string[]

const atOnce: Way = ({ importedIds }) => importedIds
const everAsked: Way = ({ importedIds, dynamicallyImportedIds }) => [
  ...importedIds,
  ...dynamicallyImportedIds,
]

/** All modules that one module comes to on that way. */
function reached(from: string, way: Way, context: Rolldown.ChunkingContext): ReadonlySet<string> {
  const found = new Set([from])
  for (const id of found) {
    const module = context.getModuleInfo(id)
    if (module) for (const next of way(module)) found.add(next)
  }
  return found
}

/**
 * Names the chunk of what a page needs before it shows anything: one for what it has in common with the other page, one for
 * what is its own. Split by who else imports what, it would be twenty files, each fetched through the main process.
 */
export function firstScript(page: string, other: string): Rolldown.CodeSplittingNameFunction {
  let sets: { readonly first: ReadonlySet<string>; readonly others: ReadonlySet<string> } | undefined
  return (id, context) => {
    sets ??= { first: reached(page, atOnce, context), others: reached(other, everAsked, context) }
    if (id === page || !sets.first.has(id)) return null
    return sets.others.has(id) ? 'common' : 'first'
  }
}
