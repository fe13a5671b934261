import type { AlbumPage } from '#contract/album.ts'
import { Picture } from '#ui/picture.tsx'
import { Icon } from '#ui/icon.tsx'
import { useWords } from '../../../i18n/use-words.tsx'
import { dayWords } from '../day-words.ts'
import { ReceiverFace, whoSees } from '../share/receiver.tsx'

export interface AlbumCardProps {
  readonly page: AlbumPage
  readonly onOpen: () => void
  readonly onLike: () => void
}

/** A page, small: what is on it, its day, whose face is there, and the child's own heart. */
export function AlbumCard({ page, onOpen, onLike }: AlbumCardProps) {
  const { t, language } = useWords()
  const { short, weekday } = page.clockWrong
    ? { short: t('diary.some-day'), weekday: '' }
    : dayWords(page.day, language)
  return (
    <div className="page-card">
      <button type="button" className="album-open" onClick={onOpen}>
        <PageFace page={page} />
        <span className="album-day">
          <b>{short}</b>
          {weekday && <span className="soft">{weekday}</span>}
        </span>
      </button>
      <span className="album-who" role="img" aria-label={whoSees(page.given, t)}>
        <ReceiverFace to={page.given?.to ?? null} />
      </span>
      {!page.isClosed && (
        <button
          type="button"
          className="album-like"
          aria-pressed={page.liked}
          aria-label={t('diary.album.like')}
          onClick={onLike}
        >
          {page.liked ? <Picture name="heart" /> : <Icon name="heart" weight="regular" />}
        </button>
      )}
    </div>
  )
}

/** What a page looks like from afar. */
export function PageFace({ page }: { readonly page: AlbumPage }) {
  const { t } = useWords()
  return (
    <span className="page-paper">
      {page.isClosed && (
        <span className="page-closed" role="img" aria-label={t('diary.closed')}>
          <Picture name="locked" />
        </span>
      )}
      {page.thumbnail && <img src={page.thumbnail} alt="" decoding="async" />}
      {page.opening && <span className="page-opening">{page.opening}</span>}
    </span>
  )
}
