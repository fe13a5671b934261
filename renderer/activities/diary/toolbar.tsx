import { memo } from 'react'
import { Icon } from '#ui/icon.tsx'
import { Picture } from '#ui/picture.tsx'
import type { PictureName } from '#ui/sprite/names.ts'
import { useWords } from '../../i18n/use-words.tsx'
import { makers } from './makers.ts'

export type DiaryTool = 'draw' | 'write' | 'stickers' | 'voice' | 'photo'

export interface ToolbarProps {
  readonly tool: DiaryTool
  readonly mayUndo: boolean
  readonly mayRedo: boolean
  readonly onTool: (tool: DiaryTool) => void
  readonly onStep: (which: 'undo' | 'redo') => void
}

const all: readonly { readonly tool: DiaryTool; readonly picture: PictureName }[] = [
  { tool: 'draw', picture: 'palette' },
  { tool: 'write', picture: 'pencil' },
  { tool: 'stickers', picture: 'star-struck' },
  { tool: 'voice', picture: 'microphone' },
  { tool: 'photo', picture: 'camera' },
]

/** The column of tools at the left of the page: what to make with; the last two go back and forth without end. */
export const Toolbar = memo(function Toolbar({ tool, mayUndo, mayRedo, onTool, onStep }: ToolbarProps) {
  const { t } = useWords()
  const tools = all.filter((one) => (one.tool !== 'voice' && one.tool !== 'photo') || makers[one.tool])
  return (
    <div className="tools" role="toolbar" aria-label={t('diary.tools')} aria-orientation="vertical">
      {tools.map(({ tool: one, picture }) => (
        <button key={one} type="button" aria-pressed={tool === one} onClick={() => onTool(one)}>
          <Picture name={picture} />
          {t(`diary.tool.${one}`)}
        </button>
      ))}
      <button type="button" disabled={!mayUndo} onClick={() => onStep('undo')}>
        <Icon name="arrow-u-up-left" />
        {t('diary.undo')}
      </button>
      <button type="button" disabled={!mayRedo} onClick={() => onStep('redo')}>
        <Icon name="arrow-u-up-right" />
        {t('diary.redo')}
      </button>
    </div>
  )
})
