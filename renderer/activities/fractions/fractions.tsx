import './fractions.css'
import { OnLine } from './on-line.tsx'
import { Shade } from './shade.tsx'
import { Compare } from './compare.tsx'
import { Written } from './written.tsx'
import type { FractionProps } from './props.ts'

/** Fractions seen, made, compared, on a line, and written. */
export function Fractions(props: FractionProps) {
  const { task } = props.exercise
  switch (task.kind) {
    case 'shade':
    case 'shade-tenths':
      return <Shade {...props} task={task} />
    case 'compare':
      return <Compare {...props} task={task} />
    case 'line':
      return <OnLine {...props} task={task} />
    case 'add':
    case 'equal':
    case 'see':
    case 'subtract':
    case 'tenths':
      return <Written {...props} />
  }
}
