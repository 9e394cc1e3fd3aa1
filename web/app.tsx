/** The app, once its words are there. */
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { I18nProvider } from "react-aria-components";
import { createRoot } from "react-dom/client";
import { ApiError } from "./api.ts";
import { createAppRouter } from "./router.tsx";
import { words } from "./words.ts";

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // A problem that the server names will not go away by asking again.
      // What comes is told (live.ts) and waits until it is taken: nothing moves by itself.
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      retry: (failures, error) => !(error instanceof ApiError) && failures < 2,
    },
  },
});
const router = createAppRouter(queries);

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <I18nProvider locale={words.locale}>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </I18nProvider>
  </StrictMode>,
);
