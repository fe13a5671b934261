import { useEffect, useState, type ComponentType } from 'react'
import { Blank } from './blank.tsx'

const ahead: (() => Promise<void>)[] = []

/** Fetches every page that waits, one after the other while nothing else is to be done; a tap then only draws. */
export function fetchAhead(): void {
  const next = async () => {
    const load = ahead.shift()
    if (!load) return
    // One that cannot be fetched now is fetched, and says so, when it is shown.
    await load().catch(() => undefined)
    whenIdle()
  }
  const whenIdle = () => requestIdleCallback(() => void next())
  whenIdle()
}

/**
 * A page whose script is fetched when it is first shown. Unlike React.lazy it does not remember a failure; Chromium does, so
 * “try again” loads the window anew (`Broken`). Fetched ahead of it when nothing else is to be done, unless `when-shown`.
 */
export function onDemand<P extends object>(
  load: () => Promise<ComponentType<P>>,
  when: 'ahead' | 'when-shown' = 'ahead',
): ComponentType<P> {
  let loaded: ComponentType<P> | undefined
  const fetched = async () => {
    loaded ??= await load()
  }
  if (when === 'ahead') ahead.push(fetched)
  return function OnDemand(props: P) {
    const [Page, setPage] = useState(() => loaded)
    const [failure, setFailure] = useState<Error>()
    useEffect(() => {
      if (Page) return undefined
      let wanted = true
      load().then(
        (page) => {
          loaded = page
          return wanted ? setPage(() => page) : undefined
        },
        (error: unknown) =>
          wanted ? setFailure(error instanceof Error ? error : new Error(String(error))) : undefined,
      )
      return () => {
        wanted = false
      }
    }, [Page])
    if (failure) throw failure
    return Page ? <Page {...props} /> : <Blank />
  }
}
