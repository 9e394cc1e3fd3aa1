/** The keys that are heard on every page, and the switch for those of a single letter (WCAG 2.1.4). */
import { useState } from "react";
import { Button, Dialog, Heading, Modal, ModalOverlay, Switch } from "react-aria-components";
import { recall, remember } from "../reader.ts";
import { words } from "../words.ts";

export default function Shortcuts({ close, paletteKeys }: { close: () => void; paletteKeys: string }) {
  const [on, setOn] = useState(recall("sitrep.keys") !== "off");
  const rows = [
    [paletteKeys, words.palette.title],
    ["/", words.search.title],
    ["?", words.keys.title],
    ["Esc", words.keys.close],
  ] as const;
  return (
    <ModalOverlay className="dialog-overlay" isOpen isDismissable onOpenChange={(open) => !open && close()}>
      <Modal className="dialog">
        <Dialog className="dialog-body">
          <Heading slot="title" level={2}>
            {words.keys.title}
          </Heading>
          <dl className="keys wide">
            {rows.map(([key, what]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
          <p className="hint">{words.palette.more}</p>
          <Switch
            className="switch"
            isSelected={on}
            onChange={(isOn) => {
              setOn(isOn);
              remember("sitrep.keys", isOn ? "on" : "off");
            }}
          >
            <span className="box" aria-hidden="true" />
            {words.palette.single}
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
