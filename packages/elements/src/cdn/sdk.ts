/** `zwgk-sdk.js`: the client for pages without a build step, as `window.zwgk.createClient`. */
import { ZwgkError, createClient, isZwgkError } from '@zwgk/client';

const page = window as unknown as { zwgk?: Record<string, unknown> };
page.zwgk = { createClient, ZwgkError, isZwgkError, ...page.zwgk };
