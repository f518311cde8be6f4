import { ContextEvent, createContext } from '@lit/context';
import { createHttp, type Connection } from '@zwgk/client';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What `<zwgk-provider>` provides: the way to a service or folder, and nothing else. */
export const clientContext = createContext<Connection>('zwgk-client');

interface Early {
  zwgkEarly?: Record<string, typeof send | undefined>;
}
/** What was asked for while our code was on the way has its answer there already (cdn/early.ts). */
export const send = (request: Request): Promise<Response> =>
  ((globalThis as Early).zwgkEarly?.[request.url] ?? fetch)(request);

let page: Connection | undefined;
/** Without a provider: documents with an address of their own can be fetched, ids cannot. */
export const pageConnection = (): Connection => (page ??= { http: createHttp({ fetch: send }) });

type Callback = (value: Connection, unsubscribe?: () => void) => void;

/** Asks the nearest provider as often as its host is connected, and is told when the provider changes. */
export class ConnectionConsumer implements ReactiveController {
  value: Connection | undefined;
  private _unsubscribe: (() => void) | undefined;
  constructor(private _host: ReactiveControllerHost & HTMLElement) {
    _host.addController(this);
  }
  hostConnected(): void {
    const answer: Callback = (value, unsubscribe) => {
      // A late answer of a provider that the host has left is not wanted.
      if (this._unsubscribe && unsubscribe !== this._unsubscribe) this._unsubscribe();
      this._unsubscribe = unsubscribe;
      if (value !== this.value) this._host.requestUpdate();
      this.value = value;
    };
    this._host.dispatchEvent(new ContextEvent(clientContext, this._host, answer, true));
  }
  hostDisconnected(): void {
    this._unsubscribe?.();
    this._unsubscribe = this.value = undefined;
  }
}

/** Answers the requests from inside its host, and tells those who subscribed when the value changes. */
export class ConnectionProvider {
  private _told = new Map<Callback, () => void>();
  constructor(
    host: HTMLElement,
    private _value: Connection,
  ) {
    host.addEventListener('context-request', (event) => {
      const { context, contextTarget, callback, subscribe } = event as unknown as ContextEvent<typeof clientContext>;
      if (context !== clientContext || contextTarget === host) return;
      event.stopImmediatePropagation();
      if (!subscribe) return callback(this._value);
      const unsubscribe = () => void this._told.delete(callback);
      this._told.set(callback, unsubscribe);
      callback(this._value, unsubscribe);
    });
  }
  set value(value: Connection) {
    this._value = value;
    this._told.forEach((unsubscribe, callback) => callback(value, unsubscribe));
  }
}
