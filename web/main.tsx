/** Starts the app. */
import "./trusted.ts";
import "./style/tokens.css";
import "./style/base.css";
import "./style/page.css";
import "./style/record.css";
import "./style/review.css";
import "./style/print.css";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ApiError } from "./api.ts";
import { createAppRouter } from "./router.tsx";

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // A problem that the server names will not go away by asking again.
      retry: (failures, error) => !(error instanceof ApiError) && failures < 2,
    },
  },
});
const router = createAppRouter(queries);

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
