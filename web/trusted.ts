/**
 * The page's policy forbids making markup or scripts from text (Trusted Types). React Aria empties its announcer by
 * setting innerHTML to "", and the map starts its worker by address; these two values are let through, and nothing else
 * can be.
 */
import { isWorkerUrl } from "./parts/map/worker.ts";

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: {
      createHTML: (text: string) => string | null;
      createScriptURL: (address: string) => string | null;
    },
  ): unknown;
}

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
trustedTypes?.createPolicy("default", {
  createHTML: (text) => (text === "" ? text : null),
  createScriptURL: (address) => (isWorkerUrl(address) ? address : null),
});
