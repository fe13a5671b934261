import { useEffect, useState, type ComponentType } from 'react'
import type { Place } from '#contract/sessions.ts'
import { Blank } from './blank.tsx'

const ahead: (() => Promise<void>)[] = []
const byPlace = new Map<Place['name'], () => Promise<void>>()

/**
 * Fetches the script of a place before going there, so that the page before it stays until it can be drawn. One that cannot be
 * fetched says so when it is shown.
 */
export async function fetchPlace(name: Place['name']): Promise<void> {
  await byPlace
    .get(name)?.()
    .catch(() => undefined)
}

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
 * @param place the one that it is, where another page wants to fetch it before going there (`fetchPlace`)
 */
export function onDemand<P extends object>(
  load: () => Promise<ComponentType<P>>,
  when: 'ahead' | 'when-shown' = 'ahead',
  place?: Place['name'],
): ComponentType<P> {
  let loaded: ComponentType<P> | undefined
  const fetched = async () => {
    loaded ??= await load()
  }
  if (when === 'ahead') ahead.push(fetched)
  if (place) byPlace.set(place, fetched)
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
