import { createContext } from '@lit/context';
import { createHttp, type Connection } from '@zwgk/client';

/** What `<zwgk-provider>` provides: the way to a service or folder, and nothing else. */
export const clientContext = createContext<Connection>('zwgk-client');

let page: Connection | undefined;
/** Without a provider: documents with an address of their own can be fetched, ids cannot. */
export const pageConnection = (): Connection => (page ??= { http: createHttp() });
