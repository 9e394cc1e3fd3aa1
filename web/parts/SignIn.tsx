/** Asks for the server's password, where it has one and the reader has not given it. */
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Button, FieldError, Form, Input, Label, TextField } from "react-aria-components";
import { ApiError, forgetSession, send, sessionAddress } from "../api.ts";
import { rememberSignedIn } from "../session.ts";
import { words } from "../words.ts";

export default function SignIn() {
  const queries = useQueryClient();
  const [wrong, setWrong] = useState<string>();
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get("password") ?? "");
    setBusy(true);
    try {
      await send("POST", sessionAddress, { password });
      forgetSession();
      rememberSignedIn(true);
      await queries.resetQueries();
    } catch (error) {
      const status = error instanceof ApiError ? error.problem.status : undefined;
      setWrong(
        status === 401 ? words.signIn.wrong : status === 429 ? words.signIn.wait : words.state.offline,
      );
      setBusy(false);
    }
  }

  return (
    <div className="notice-page sign-in">
      <h1>{words.signIn.title}</h1>
      <p>{words.signIn.why}</p>
      <Form onSubmit={(event) => void submit(event)}>
        <TextField
          name="password"
          type="password"
          autoComplete="current-password"
          isRequired
          isInvalid={wrong !== undefined}
          validationBehavior="aria"
          className="field"
          onChange={() => setWrong(undefined)}
        >
          <Label>{words.signIn.password}</Label>
          <Input />
          <FieldError>{wrong}</FieldError>
        </TextField>
        <Button type="submit" className="press first" isPending={busy}>
          {words.signIn.go}
        </Button>
      </Form>
    </div>
  );
}
