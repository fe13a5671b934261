import { lazy, Suspense, useState, type ComponentType } from 'react'
import { Frame, Waiting } from '#ui/staff.ts'
import { useAnswer, useDo } from '../api/query.tsx'
import { Notices } from './notices/notices.tsx'
import { SharedNotice } from './shared-pages/shared-notice.tsx'
import { TalkNotices } from './talks/talk-notices.tsx'
import { useWords } from './words.ts'
import { pagesFor, type PageId, type PageProps } from './pages.ts'

const views: Readonly<Record<PageId, ComponentType<PageProps>>> = {
  room: lazy(() => import('./room-now/room-now.tsx')),
  children: lazy(() => import('./children/children.tsx')),
  shared: lazy(() => import('./shared-pages/shared-pages.tsx')),
  contacts: lazy(() => import('./contacts/contacts.tsx')),
  learning: lazy(() => import('./learning/learning.tsx')),
  report: lazy(() => import('./report/report.tsx')),
  calls: lazy(() => import('./call-log/call-log.tsx')),
  staff: lazy(() => import('./staff-people/staff-people.tsx')),
  health: lazy(() => import('./health/health.tsx')),
  backup: lazy(() => import('./backup/backup.tsx')),
  updates: lazy(() => import('./updates/updates.tsx')),
  privacy: lazy(() => import('./privacy/privacy.tsx')),
  settings: lazy(() => import('./settings/settings.tsx')),
}

/** The staff console: its menu, and the page that is open. */
export function Console({ person }: PageProps) {
  const { t } = useWords()
  const look = useAnswer('room.look', undefined)
  const leave = useDo('staff.leave')
  const items = pagesFor(person.role)
  const [wanted, go] = useState<PageId>()
  const page = items.find(({ id }) => id === wanted) ?? items[0]
  const lamps = useAnswer('health.look', undefined, {
    when: items.some(({ id }) => id === 'health'),
    every: 5 * 60_000,
  })
  const broken = lamps.value?.lamps.filter(({ tone }) => tone === 'bad').length ?? 0
  if (!page) return null
  const View = views[page.id]

  return (
    <Frame
      menuLabel={t('console.menu')}
      brand={{ name: t('app.name'), place: look.value?.school ?? '' }}
      items={items.map(({ id, icon }) => ({
        id,
        icon,
        label: t(`console.page.${id}`),
        ...(id === 'health' && { count: broken }),
      }))}
      current={page.id}
      onGo={(id) => go(items.find((item) => item.id === id)?.id)}
      person={{ name: person.name, role: t(`role.${person.role}`) }}
      lock={{ label: t('console.lock'), onPress: () => leave.go() }}
    >
      <Notices />
      <SharedNotice person={person} {...(page.id !== 'shared' && { onGo: () => go('shared') })} />
      <TalkNotices person={person} {...(page.id !== 'room' && { onGo: () => go('room') })} />
      <Suspense fallback={<Waiting label={t('console.waiting')} />}>
        <View person={person} />
      </Suspense>
    </Frame>
  )
}
