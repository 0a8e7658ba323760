import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { IconButton } from './button.tsx'
import './dialog.css'

interface DialogProps {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly children: ReactNode
  /** Buttons at the foot; the one that acts comes first. */
  readonly actions?: ReactNode
  readonly size?: 'narrow' | 'wide'
  /** From the right, over the list it belongs to. */
  readonly isDrawer?: boolean
  /** A press beside it does not close it: something typed would be lost. */
  readonly isFirm?: boolean
}

/** A question or a small form over the page. Escape closes it and the focus returns to where it was. */
export const Dialog = ({
  title,
  isOpen,
  onClose,
  children,
  actions,
  size = 'narrow',
  isDrawer = false,
  isFirm = false,
}: DialogProps) => (
  <ModalOverlay
    className={`dialog-veil${isDrawer ? ' dialog-veil--drawer' : ''}`}
    isOpen={isOpen}
    isDismissable={!isFirm}
    onOpenChange={(open) => {
      if (!open) onClose()
    }}
  >
    <Modal className={`dialog dialog--${isDrawer ? 'drawer' : size}`}>
      <AriaDialog className="dialog__frame">
        <header className="dialog__head">
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          <IconButton label="Đóng" onClick={onClose}>
            <X className="icon" aria-hidden="true" />
          </IconButton>
        </header>
        <div className="dialog__body">{children}</div>
        {actions !== undefined && <footer className="dialog__foot">{actions}</footer>}
      </AriaDialog>
    </Modal>
  </ModalOverlay>
)

export const Drawer = (props: Omit<DialogProps, 'isDrawer' | 'size'>) => <Dialog {...props} isDrawer />
