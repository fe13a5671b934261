import './tokens.css'
import './fonts-staff.css'
import './base.css'

// The design system of the staff console and the first run. Words come as props.
export { Button } from './staff/button.tsx'
export { CheckBox, NumberField, Select, TextField } from './staff/fields.tsx'
export { DeskHead, Frame } from './staff/frame.tsx'
export { Dialog, SaveFoot } from './staff/dialog.tsx'
export { FilePicker } from './staff/file-picker.tsx'
export { SetupPage, type StepsProps } from './staff/steps.tsx'
export { Table, type Column } from './staff/table.tsx'
export { Tabs } from './staff/tabs.tsx'
export { Waiting } from './staff/waiting.tsx'
export {
  Bars,
  Chip,
  EmptyState,
  Figure,
  Notice,
  Panel,
  Progress,
  type BarTone,
  type ChipTone,
} from './staff/panel.tsx'
export { Face } from './child/face.tsx'
export { Mark, SmallHouse, Tree } from './drawings/land.tsx'
export { Icon } from './icon.tsx'
export { Picture } from './picture.tsx'
export type { IconName } from './sprite/names.ts'
