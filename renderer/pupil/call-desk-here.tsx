import { useEffect, useState, type ComponentType } from 'react'
import { useAnswer, useEvent } from '../api/query.tsx'

type Keeper = ComponentType<{ readonly atFamily: boolean }>

/** Keeps the desk of calls while a child sits here and somebody may be called; its script comes only then. */
export function CallDeskHere({ atFamily }: { readonly atFamily: boolean }) {
  const server = useAnswer('calls.state', undefined, { fresh: true })
  const family = useAnswer('calls.mayCall', undefined, { fresh: true })
  useEvent('calls.serverState', () => server.again())
  useEvent('contacts.changed', () => family.again())
  const on = server.value !== undefined && server.value.at !== 'none' && family.value === true
  const [Shown, setShown] = useState<Keeper>()
  useEffect(() => {
    if (!on) return undefined
    let wanted = true
    // Without its script nobody rings; the family's page says that the line is away.
    void import('./family/desk-keeper.tsx').then(
      ({ DeskKeeper }) => wanted && setShown(() => DeskKeeper),
      () => undefined,
    )
    return () => {
      wanted = false
    }
  }, [on])
  return on && Shown ? <Shown atFamily={atFamily} /> : null
}
