import { useEffect, useState } from 'react'

export type Content =
  { readonly at: 'waiting' } | { readonly at: 'broken' } | { readonly at: 'ready'; readonly address: string }

/**
 * A message's bytes as an address of this page's own: a player can go back to its start, and nothing of it stays in any
 * store of the browser when the page is left.
 */
export function useContent(address: string): Content {
  const [content, setContent] = useState<{ readonly of: string; readonly now: Content }>()
  useEffect(() => {
    let made: string | undefined
    let wanted = true
    const fetchIt = async () => {
      const answer = await fetch(address, { cache: 'no-store' }).catch(() => undefined)
      const bytes = answer?.ok ? await answer.blob().catch(() => undefined) : undefined
      if (!wanted) return
      made = bytes && URL.createObjectURL(bytes)
      setContent({ of: address, now: made ? { at: 'ready', address: made } : { at: 'broken' } })
    }
    void fetchIt()
    return () => {
      wanted = false
      if (made) URL.revokeObjectURL(made)
    }
  }, [address])
  return content?.of === address ? content.now : { at: 'waiting' }
}
