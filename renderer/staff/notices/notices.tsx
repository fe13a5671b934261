import './notices.css'
import { Notice } from '#ui/staff.ts'
import { useAnswer } from '../../api/query.tsx'
import { useWords } from '../words.ts'

/** Only these are so grave that they stand in red. */
const grave = new Set([
  'started-empty-after-damage',
  'started-empty-beside-foreign',
  'backup-failed',
  'disk-low',
  'openings-changed',
])

/** What staff should know of this seat: a wrong clock, a restored database, an example room. */
export function Notices() {
  const { t } = useWords()
  const look = useAnswer('room.look', undefined)
  const notices = useAnswer('room.notices', undefined, { every: 60_000 })
  if (!look.value?.example && !notices.value?.length) return null
  return (
    <div className="notices">
      {look.value?.example && <Notice tone="note" title={t('notice.example')} />}
      {notices.value?.map((notice) => (
        <Notice
          key={notice.code}
          tone={grave.has(notice.code) ? 'bad' : 'care'}
          title={t(`notice.${notice.code}`, { ...notice.facts })}
        />
      ))}
    </div>
  )
}
