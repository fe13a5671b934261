import './sheets.css'
import { memo } from 'react'
import type { DiaryPage, PaperName, Tool } from '#contract/diary.ts'
import { GoButton } from '#ui/child/buttons.tsx'
import { Speak, SpokenText } from '#ui/child/speak.tsx'
import { Picture } from '#ui/picture.tsx'
import { wordsBoxes } from '../../paper/sheet-print.tsx'
import { useWords } from '../../i18n/use-words.tsx'
import { IdeaCard } from './ideas/idea-card.tsx'
import { Palette } from './palette.tsx'
import type { SizeName } from './pen-rules.ts'
import { Pens } from './pens.tsx'
import { GivenBar } from './share/given-mark.tsx'
import { FullNote } from './sheet-head.tsx'
import type { DiaryTool } from './toolbar.tsx'

export interface SidePaneProps {
  readonly page: Pick<DiaryPage, 'id' | 'day' | 'clockWrong'>
  readonly onShare: () => Promise<void>
  readonly tool: DiaryTool
  /** What is printed on the sheet on top. */
  readonly paper: PaperName | undefined
  /** No pen draws any more: the page is full. */
  readonly isFull: boolean
  /** Characters that found no room, where words are at their end. */
  readonly noRoom: number | undefined
  readonly pen: { readonly tool: Tool; readonly colour: number; readonly size: SizeName }
  readonly onPen: (pen: Tool) => void
  readonly onColour: (colour: number) => void
  readonly onSize: (size: SizeName) => void
  /** A sheet with lines, where this one has none; undefined where the page has no more sheets. */
  readonly onLines: (() => void) | undefined
  /** The idea of the day is taken. */
  readonly onIdea: (idea: string) => void
  readonly leaving: boolean
  readonly onFinish: () => Promise<void>
}

/** The right of the page: who sees it, what the tool in hand offers, done. */
export const SidePane = memo(function SidePane(props: SidePaneProps) {
  const { t } = useWords()
  return (
    <>
      <GivenBar page={props.page.id} onShare={() => void props.onShare()} />
      <Offer {...props} />
      <GoButton
        label={t('diary.finish')}
        busy={props.leaving}
        busyLabel={t('child.wait')}
        onPress={() => void props.onFinish()}
      />
    </>
  )
})

function Offer({
  page,
  onIdea,
  tool,
  paper,
  isFull,
  noRoom,
  pen,
  onPen,
  onColour,
  onSize,
  onLines,
}: SidePaneProps) {
  const { t } = useWords()
  if (tool !== 'write') {
    if (isFull) return <Card picture="palette" words={t('diary.full-of.points')} />
    return (
      <div className="palette">
        <Pens pen={pen.tool} onPen={onPen} />
        <Palette {...pen} onColour={onColour} onSize={onSize} />
      </div>
    )
  }
  if (noRoom !== undefined) return <FullNote left={noRoom} />
  if (paper && !wordsBoxes[paper] && !onLines)
    return <Card picture="book" words={t('diary.full-of.sheets')} />
  if (paper && !wordsBoxes[paper])
    return (
      <Card picture="pencil" words={t('diary.no-lines')}>
        <button type="button" className="more-sheets" onClick={onLines}>
          {t('diary.sheet.lines')}
        </button>
      </Card>
    )
  return <IdeaCard look="card" page={page} onTake={onIdea} />
}

function Card(props: {
  readonly picture: 'palette' | 'pencil' | 'book'
  readonly words: string
  readonly children?: React.ReactNode
}) {
  const { t } = useWords()
  return (
    <div className="idea" role="status">
      <p className="idea-top">
        <Picture name={props.picture} />
      </p>
      <p>
        <SpokenText pinyin={false}>{props.words}</SpokenText>
      </p>
      <Speak text={props.words} label={t('child.read', { text: props.words })} />
      {props.children}
    </div>
  )
}
