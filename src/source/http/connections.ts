/** Connections to hosts, direct or by a proxy: each checked as it opens, a bounded number kept for the next request. */
import type { Socket } from "node:net";
import { Agent, buildConnector, type Dispatcher, EnvHttpProxyAgent } from "undici";
import { PrivateAddress, type Reach } from "./address.ts";

export interface ConnectionOptions {
  readonly reach: Reach;
  readonly perHost: number;
  readonly timeoutMs: number;
  /** Variables that name proxies. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly isIdle: (host: string) => boolean;
  readonly opened: (host: string) => void;
}

/** Kept open, to all hosts together: a process may have about a thousand files. */
const kept = 200;
const longestConnecting = 10_000;

export class Connections {
  readonly #options: ConnectionOptions;
  readonly #direct: Agent;
  readonly #byProxy: EnvHttpProxyAgent | undefined;
  readonly #sockets = new Map<Socket, string>();

  constructor(options: ConnectionOptions) {
    this.#options = options;
    const settings = {
      connect: this.#connector(),
      connections: options.perHost,
      pipelining: 1,
      maxHeaderSize: 64 * 1024,
      // An agent forgets an origin when its last connection closes: ten thousand hosts leave nothing behind.
      keepAliveTimeout: 5000,
      keepAliveMaxTimeout: 30_000,
    };
    this.#direct = new Agent(settings);
    const { environment } = options;
    const httpProxy = environment.http_proxy ?? environment.HTTP_PROXY ?? "";
    const httpsProxy = environment.https_proxy ?? environment.HTTPS_PROXY ?? "";
    if (httpProxy === "" && httpsProxy === "") return;
    const noProxy = environment.no_proxy ?? environment.NO_PROXY ?? "";
    // A tunnel only for TLS: proxies seldom allow one to port 80.
    this.#byProxy = new EnvHttpProxyAgent({
      ...settings,
      proxyTunnel: false,
      httpProxy,
      httpsProxy,
      noProxy,
    });
  }

  /** A proxy resolves names itself, and is for the web outside: what is inside and may be reached is asked directly. */
  for(url: URL): Dispatcher {
    return this.#byProxy === undefined || this.#options.reach.isInside(url.hostname)
      ? this.#direct
      : this.#byProxy;
  }

  async close(): Promise<void> {
    await Promise.allSettled([this.#direct.destroy(), this.#byProxy?.destroy()]);
  }

  /** Resolves within what may be reached, and looks again at what was connected to. */
  #connector(): buildConnector.connector {
    const { reach, timeoutMs, opened } = this.#options;
    const connect = buildConnector({ timeout: Math.min(timeoutMs, longestConnecting), lookup: reach.lookup });
    return (asked, callback) =>
      connect(asked, (error, socket) => {
        if (error !== null) return callback(error, null);
        const address = socket.remoteAddress;
        if (address !== undefined && !reach.permits(asked.hostname, address)) {
          socket.destroy();
          return callback(new PrivateAddress(address), null);
        }
        opened(asked.hostname);
        this.#keep(socket, asked.hostname);
        callback(null, socket);
      });
  }

  /** When too many are kept, the oldest that idles goes. */
  #keep(socket: Socket, host: string): void {
    this.#sockets.set(socket, host);
    socket.once("close", () => this.#sockets.delete(socket));
    if (this.#sockets.size <= kept) return;
    for (const [old, name] of this.#sockets) {
      if (old === socket || !this.#options.isIdle(name)) continue;
      this.#sockets.delete(old);
      old.destroy();
      return;
    }
  }
}
