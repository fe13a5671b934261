import type { FilePlace } from '#contract/files.ts'
import { Button, Dialog, EmptyState, Icon, Notice, Progress } from '#ui/staff.ts'
import type { Refusal } from '#contract/refusal.ts'
import { useAnswer } from '../../api/query.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'

interface PlaceChoiceProps {
  readonly title: string
  /** Only places of this kind; all of them otherwise. */
  readonly only?: FilePlace['kind']
  readonly busy: boolean
  readonly refusal: Refusal | undefined
  /** The file's name once it is written. */
  readonly saved: string | undefined
  readonly onPlace: (place: string) => void
  readonly onClose: () => void
}

/** Where a file goes: a USB stick or the seat's own folder. Main offers the places; no path is typed. */
export function PlaceChoice({ title, only, busy, refusal, saved, onPlace, onClose }: PlaceChoiceProps) {
  const { t, language } = useWords()
  const places = useAnswer('files.places', undefined, { fresh: true })
  const offered = places.value?.filter(({ kind }) => only === undefined || kind === only)
  const size = new Intl.NumberFormat(language, { style: 'unit', unit: 'gigabyte', maximumFractionDigits: 1 })
  return (
    <Dialog
      open
      title={title}
      closeLabel={t('children.close')}
      onClose={onClose}
      actions={
        <>
          {!saved && (
            <Button
              label={t('papers.look-again')}
              look="ghost"
              icon="arrow-clockwise"
              onPress={places.again}
            />
          )}
          {saved ? (
            <Button key="done" label={t('papers.done')} look="main" autoFocus onPress={onClose} />
          ) : (
            <Button key="cancel" label={t('children.cancel')} onPress={onClose} />
          )}
        </>
      }
    >
      {saved ? (
        <Notice tone="good" title={t('papers.saved', { file: saved })} />
      ) : (
        <>
          <p>{t('papers.where')}</p>
          {offered?.length === 0 && <EmptyState title={t('refusal.no-place')} />}
          <ul className="place-list">
            {offered?.map((place) => (
              <li key={place.id}>
                {/* Not disabled while it is being written: the focus would be lost, and with it Escape. */}
                <button type="button" aria-disabled={busy} onClick={() => !busy && onPlace(place.id)}>
                  <Icon name={place.kind === 'usb' ? 'hard-drives' : 'folder-open'} weight="regular" />
                  <b>{placeName(place, t('papers.documents'))}</b>
                  <small>{t('papers.free', { size: size.format(place.freeBytes / 1e9) })}</small>
                </button>
              </li>
            ))}
          </ul>
          {busy && <Progress label={t('papers.saving')} />}
        </>
      )}
      {(refusal ?? places.refusal) && (
        <Notice tone="bad" title={refusalWords(t, refusal ?? places.refusal ?? { code: 'unexpected' })} />
      )}
    </Dialog>
  )
}

const placeName = (place: FilePlace, documents: string) => (place.kind === 'usb' ? place.name : documents)
