import './aria-style.ts'
import './file-picker.css'
import { useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { Icon } from '../icon.tsx'
import { Button } from './button.tsx'

export interface FilePickerProps {
  readonly title: string
  readonly hint: string
  /** The word on the button: “choose a file”. */
  readonly label: string
  /** File name endings and media types: ['.csv', 'text/csv']. */
  readonly accept: readonly string[]
  readonly onFile: (file: File) => void
  readonly busy?: boolean
}

/** Takes one file, by the button or dropped on it. */
export function FilePicker({ title, hint, label, accept, onFile, busy = false }: FilePickerProps) {
  const [over, setOver] = useState(false)
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0]
    if (file && !busy) onFile(file)
  }
  return (
    <div
      className={over ? 'file-picker over' : 'file-picker'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer.files)
      }}
    >
      <Icon name="table" weight="regular" />
      <p>
        <b>{title}</b>
        <small>{hint}</small>
      </p>
      <FileTrigger acceptedFileTypes={[...accept]} onSelect={take}>
        <Button label={label} icon="folder-open" busy={busy} />
      </FileTrigger>
    </div>
  )
}
