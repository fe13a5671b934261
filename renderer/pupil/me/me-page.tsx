import './me.css'
import { ChildPage } from '../session/child-page.tsx'
import { KnownPage } from './known-page.tsx'
import { LookPage } from './look-page.tsx'
import { MeHome } from './me-home.tsx'

/** Behind the fourth door (D7): a child's own place. `page`: `look`, `known`; unless given, its hall. */
export function MePage({ page }: { readonly page: string | undefined }) {
  return (
    <ChildPage door="me">
      {page === 'look' ? <LookPage /> : page === 'known' ? <KnownPage /> : <MeHome />}
    </ChildPage>
  )
}
