import './who.css'
import { useState } from 'react'
import type { FaceTile } from '#contract/children.ts'
import { Letters, Pager, SideChoices } from '#ui/child/choices.tsx'
import { Pill } from '#ui/child/buttons.tsx'
import { Loading, SayCard } from '#ui/child/say.tsx'
import { Speak, SpokenText } from '#ui/child/speak.tsx'
import { Tile } from '#ui/child/tile.tsx'
import { HillMark } from '#ui/drawings/land.tsx'
import { pageCount, pageOf, standsBeyond } from '#ui/pages-rules.ts'
import { useSpeech } from '#ui/speech.ts'
import { useAnswer, useDo } from '../../api/query.tsx'
import { useWords } from '../../i18n/use-words.tsx'
import { HelpDoor } from '../talk/help-door.tsx'
import { RaiseHandPill } from '../warnings/raise-hand.tsx'
import { type Chosen, columnOf, facesOf, lettersOf } from './choose-rules.ts'
import { choiceOf, chosenFrom, idOf } from './column.tsx'
import { WallClock } from './wall-clock.tsx'

/** Tiles of one page: 8 by 3, on a narrow screen 6 by 4. Only these are drawn, however many children there are. */
const size = 24

export interface WhoPageProps {
  readonly example: boolean
  readonly busy: boolean
  readonly onPick: (child: FaceTile) => void
}

/** “Who are you”: a child finds their own face (H1). */
export function WhoPage({ example, busy, onPick }: WhoPageProps) {
  const { t } = useWords()
  const speaker = useSpeech()
  const faces = useAnswer('children.faces', undefined)
  const classes = useAnswer('children.classesForPupils', undefined)
  const lamps = useAnswer('calls.lamps', undefined, { fresh: true })
  const knock = useDo('staff.knock')
  const [chosen, setChosen] = useState<Chosen>({ kind: 'all' })
  const [turn, setTurn] = useState(0)
  const [letters, setLetters] = useState<readonly string[]>([])
  const [page, setPage] = useState(0)

  const all = faces.value ?? []
  const rooms = classes.value ?? []
  const grades = new Map(rooms.map((row) => [row.id, row.grade]))
  const inColumn = facesOf(all, chosen, [], grades)
  const shown = facesOf(all, chosen, letters, grades)
  const pages = pageCount(shown.length, size)
  const at = Math.min(page, pages - 1)
  const title = t('who.title')

  const choose = (id: string) => {
    if (id === 'more') return setTurn(turn + 1)
    const next = chosenFrom(id)
    setChosen(next)
    setTurn(0)
    setLetters([])
    setPage(0)
    return undefined
  }
  /** Somebody of the family rang and found nobody: the lamp is all that a caller's number opens. */
  const rang = ({ id }: FaceTile): boolean => lamps.value?.includes(id) ?? false
  const labelOf = (tile: FaceTile): string => {
    const { name } = tile
    if (tile.elsewhere) return t('who.in-use', { name })
    if (rang(tile)) return t('who.rang', { name })
    return tile.message ? t('who.lantern', { name }) : name
  }
  const isLit = (tile: FaceTile): boolean => tile.message || rang(tile)
  const lit = standsBeyond(shown, at, size, isLit)
  const pick = (tile: FaceTile) => {
    if (busy) return
    speaker.speak(tile.name)
    onPick(tile)
  }

  return (
    <div className="child who-page">
      <header className="who-top">
        <HillMark />
        <h1>
          <SpokenText>{title}</SpokenText>
        </h1>
        <Speak text={title} label={t('child.read', { text: title })} />
        {example && <span className="example-mark">{t('who.example')}</span>}
        <div className="who-help">
          <p className="hint soft">{t('who.lost')}</p>
          <RaiseHandPill />
          <HelpDoor />
        </div>
      </header>
      <main>
        {faces.refusal ? (
          <div className="who-say">
            <SayCard
              kind="error"
              title={t('child.refusal.other')}
              hint={t('child.broken.hint')}
              action={{ label: t('child.again'), onPress: faces.again }}
            />
          </div>
        ) : faces.waiting ? (
          <Loading label={t('child.wait')} shape="tiles" />
        ) : all.length === 0 ? (
          <div className="who-say">
            <SayCard kind="empty" title={t('who.empty.title')} hint={t('who.empty.hint')} />
          </div>
        ) : (
          <div className="who">
            <SideChoices
              label={t('who.classes')}
              items={columnOf(rooms, chosen, turn).map((item) => choiceOf(item, t))}
              chosen={idOf(chosen)}
              onChoose={choose}
            />
            <div className="who-main">
              <div>
                <Letters
                  label={t('who.letters')}
                  allLabel={t('who.all')}
                  letters={lettersOf(inColumn)}
                  chosen={letters}
                  onChoose={(next) => {
                    setLetters(next)
                    setPage(0)
                  }}
                />
              </div>
              {shown.length === 0 ? (
                <SayCard kind="empty" title={t('who.none.title')} hint={t('who.none.hint')} />
              ) : (
                <ul className="faces">
                  {pageOf(shown, at, size).map((tile) => (
                    <li key={tile.id}>
                      <Tile
                        face={tile.face}
                        name={tile.name}
                        pinyin={tile.pinyin}
                        label={labelOf(tile)}
                        inUse={tile.elsewhere}
                        message={isLit(tile)}
                        onPick={() => pick(tile)}
                      />
                    </li>
                  ))}
                </ul>
              )}
            </div>
          </div>
        )}
      </main>
      <footer className="who-foot">
        <Pill
          className="staff-key"
          look="ghost"
          icon="key"
          label={t('who.staff')}
          onPress={() => knock.go()}
        />
        <Pager
          page={at}
          pages={pages}
          onPage={setPage}
          previousLabel={t(lit.previous ? 'who.previous-lit' : 'who.previous')}
          nextLabel={t(lit.next ? 'who.next-lit' : 'who.next')}
          label={t('who.page', { page: at + 1, pages })}
          lit={lit}
        />
        <WallClock />
      </footer>
    </div>
  )
}
