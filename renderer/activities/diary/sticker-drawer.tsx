import './drawer.css'
import { memo, useState } from 'react'
import { GoButton, RoundButton } from '#ui/child/buttons.tsx'
import { Speak, SpokenText } from '#ui/child/speak.tsx'
import { useSpeech } from '#ui/speech.ts'
import { stickerAddress } from '../../paper/sticker-address.ts'
import { drawerNames, stickerDrawers, type StickerDrawer } from '../../paper/stickers.ts'
import { useWords } from '../../i18n/use-words.tsx'
import { useThingWords } from './thing-words.ts'

export interface StickerDrawerProps {
  /** How many more the page takes. */
  readonly room: number
  readonly onPick: (name: string) => void
  readonly onDone: () => void
}

/** Stickers at once: four beside each other, three rows. */
const each = 12

/** Ten drawers of stickers; one tap and it lies on the sheet, and its name is said. */
export const StickerDrawerPane = memo(function StickerDrawerPane({
  room,
  onPick,
  onDone,
}: StickerDrawerProps) {
  const { t } = useWords()
  const words = useThingWords()
  const speaker = useSpeech()
  const [drawer, setDrawer] = useState<StickerDrawer>('animals')
  const [page, setPage] = useState(0)
  const names = stickerDrawers[drawer]
  const pages = Math.ceil(names.length / each)
  const at = Math.min(page, pages - 1)
  const hint = room > 0 ? t('diary.stickers.hint') : t('diary.full-of.sticker')
  return (
    <>
      <section className="drawer" aria-label={t('diary.tool.stickers')}>
        <div className="drawer-top">
          <h2>
            <SpokenText>{t('diary.tool.stickers')}</SpokenText>
          </h2>
          <Speak text={hint} label={t('child.read', { text: hint })} />
          <span className="turns">
            <RoundButton
              label={t('who.previous')}
              icon="caret-left"
              weight="bold"
              disabled={at === 0}
              onPress={() => setPage(at - 1)}
            />
            <span className="quiet" role="status">
              {t('who.page', { page: at + 1, pages })}
            </span>
            <RoundButton
              label={t('who.next')}
              icon="caret-right"
              weight="bold"
              disabled={at >= pages - 1}
              onPress={() => setPage(at + 1)}
            />
          </span>
        </div>
        <div className="kinds" role="group" aria-label={t('diary.stickers.kinds')}>
          {drawerNames.map((name) => (
            <button
              key={name}
              type="button"
              aria-pressed={drawer === name}
              onClick={() => {
                setDrawer(name)
                setPage(0)
                speaker.speak(words.drawer(name))
              }}
            >
              <img src={stickerAddress(stickerDrawers[name][0])} alt="" />
              <span>{words.drawer(name)}</span>
            </button>
          ))}
        </div>
        {room > 0 ? (
          <div className="stick-grid">
            {names.slice(at * each, (at + 1) * each).map((name) => (
              <button
                key={name}
                type="button"
                aria-label={words.sticker(name)}
                onClick={() => {
                  speaker.speak(words.sticker(name))
                  onPick(name)
                }}
              >
                <img src={stickerAddress(name)} alt="" />
              </button>
            ))}
          </div>
        ) : (
          <p className="drawer-full" role="status">
            <SpokenText pinyin={false}>{hint}</SpokenText>
          </p>
        )}
      </section>
      <GoButton label={t('diary.stickers.done')} onPress={onDone} />
    </>
  )
})
