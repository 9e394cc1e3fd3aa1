/** The keys that are heard where it is asked for, and the switch for those of a single letter (WCAG 2.1.4). */
import { useState } from "react";
import { Button, Dialog, Heading, Modal, ModalOverlay, Switch } from "react-aria-components";
import { singleKeys } from "../reader.ts";
import { words } from "../words.ts";

export interface Shortcut {
  /** As it is printed on the key. */
  readonly key: string;
  readonly what: string;
}

export default function Shortcuts({
  close,
  keys,
  hint,
}: {
  close: () => void;
  keys: readonly Shortcut[];
  hint?: string;
}) {
  const [on, setOn] = useState(singleKeys.on);
  return (
    <ModalOverlay className="dialog-overlay" isOpen isDismissable onOpenChange={(open) => !open && close()}>
      <Modal className="dialog">
        <Dialog className="dialog-body">
          <Heading slot="title" level={2}>
            {words.keys.title}
          </Heading>
          <dl className="keys">
            {keys.map(({ key, what }) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
          {hint !== undefined && <p className="hint">{hint}</p>}
          <Switch
            className="switch"
            isSelected={on}
            onChange={(isOn) => {
              setOn(isOn);
              singleKeys.set(isOn);
            }}
          >
            <span className="box" aria-hidden="true" />
            {words.keys.single}
          </Switch>
          <div className="dialog-foot">
            <Button className="press" onPress={close}>
              {words.evidence.close}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
