/** Everything by name: typed in part, found at once, done with Enter. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams, useRouter, useRouterState } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
  Text,
} from "react-aria-components";
import { searchQuery } from "../api.ts";
import { type CommandGroup, commandsFor } from "../commands.ts";
import { words } from "../words.ts";

const pause = 200;

export default function Palette({ close, help }: { close: () => void; help: () => void }) {
  const [typed, setTyped] = useState("");
  const queries = useQueryClient();
  const router = useRouter();
  const { situation } = useParams({ strict: false });
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const reports = useFound(typed.trim());
  const around = { router, queries, situation, isReview: path.endsWith("/review"), help };
  const groups = commandsFor(typed, around, reports);
  const run = (id: string) => {
    const command = groups.flatMap(({ commands }) => commands).find((one) => one.id === id);
    close();
    // Once the palette is gone: closing it gives the focus back to where it was.
    setTimeout(() => command?.run());
  };
  return (
    <ModalOverlay
      className="dialog-overlay palette-overlay"
      isOpen
      isDismissable
      onOpenChange={(open) => !open && close()}
    >
      <Modal className="dialog palette">
        <Dialog className="palette-body" aria-label={words.palette.title}>
          <Autocomplete inputValue={typed} onInputChange={setTyped}>
            <SearchField autoFocus aria-label={words.palette.ask} className="palette-field">
              <Input maxLength={200} placeholder={words.palette.ask} autoComplete="off" spellCheck="false" />
            </SearchField>
            <Menu
              className="palette-list"
              aria-label={words.palette.title}
              items={groups}
              onAction={(id) => run(String(id))}
              renderEmptyState={() => <p className="nothing">{words.palette.none}</p>}
            >
              {(group: CommandGroup) => (
                <MenuSection id={group.id} items={group.commands}>
                  <Header className="palette-group">{group.title}</Header>
                  {/* Only the group's title stands apart from its commands. */}
                  {group.commands.map(({ id, name, beside, keys }) => (
                    <MenuItem key={id} id={id} textValue={name} className="palette-item">
                      <Text slot="label">
                        {name}
                        {beside !== undefined && <span className="palette-beside"> {beside}</span>}
                        {keys !== undefined && <kbd>{keys}</kbd>}
                      </Text>
                    </MenuItem>
                  ))}
                </MenuSection>
              )}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Reports that hold the words, asked for once the typing rests. */
function useFound(typed: string) {
  const [asked, setAsked] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed), pause);
    return () => clearTimeout(timer);
  }, [typed]);
  const answer = useQuery({ ...searchQuery({ q: asked }), enabled: asked.length >= 2 });
  return asked.length < 2 || typed === "" ? [] : (answer.data?.hits.slice(0, 5) ?? []);
}
