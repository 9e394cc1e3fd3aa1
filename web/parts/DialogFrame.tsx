/** What every dialog stands in: over the page, closed by Escape or a press beside it, with its title. */
import type { ReactNode } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";

export function DialogFrame({
  title,
  notice,
  close,
  children,
}: {
  readonly title: string;
  /** To be shown wherever the situation is. */
  readonly notice?: string | undefined;
  readonly close: () => void;
  readonly children: ReactNode;
}) {
  return (
    <ModalOverlay className="dialog-overlay" isOpen isDismissable onOpenChange={(open) => !open && close()}>
      <Modal className="dialog">
        <Dialog className="dialog-body">
          {notice !== undefined && <p className="notice">{notice}</p>}
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
