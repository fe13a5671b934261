import './aria-style.ts'
import './dialog.css'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button } from './button.tsx'

export interface DialogProps {
  readonly open: boolean
  readonly title: string
  /** Absent: nothing but its own buttons closes it. */
  readonly onClose?: () => void
  readonly closeLabel: string
  readonly children: ReactNode
  /** `Button`s at the foot, the main one last. */
  readonly actions?: ReactNode
  /** Asks before something that cannot be undone; a tap beside it does not close it. */
  readonly asking?: boolean
  readonly wide?: boolean
}

/** A sheet over the page: Escape and the cross close it, the focus stays inside and goes back where it was. */
export function Dialog({
  open,
  title,
  onClose,
  closeLabel,
  children,
  actions,
  asking = false,
  wide = false,
}: DialogProps) {
  return (
    <ModalOverlay
      className="veil"
      isOpen={open}
      isDismissable={!asking}
      isKeyboardDismissDisabled={!onClose}
      onOpenChange={(next) => (next ? undefined : onClose?.())}
    >
      <Modal className={wide ? 'dialog wide' : 'dialog'}>
        <AriaDialog role={asking ? 'alertdialog' : 'dialog'}>
          <header>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            {onClose && <Button square look="ghost" icon="x" label={closeLabel} onPress={onClose} />}
          </header>
          <div className="dialog-body">{children}</div>
          {actions && <footer>{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

export interface SaveFootProps {
  readonly cancelLabel: string
  readonly saveLabel: string
  /** Everything that must be filled in is. */
  readonly ready: boolean
  readonly busy: boolean
  readonly onCancel: () => void
  readonly onSave: () => void
}

/** The foot of a sheet that is filled in: leave it, or save. */
export const SaveFoot = ({ cancelLabel, saveLabel, ready, busy, onCancel, onSave }: SaveFootProps) => (
  <>
    <Button label={cancelLabel} onPress={onCancel} />
    <Button label={saveLabel} look="main" disabled={!ready} busy={busy} onPress={onSave} />
  </>
)
