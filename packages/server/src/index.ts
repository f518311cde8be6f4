/** The public list: a service that keeps them. Nothing else of this package can be reached. */
export { createHandler, type Handler, type HandlerOptions } from './handler.js';
export { openStore, WrongSecretError, type Store, type StoreOptions } from './store/store.js';
export { LockedError } from './store/lock.js';
export { WrongKeyError, type PublicKey, type Signer } from './store/signer.js';
export type { Blobs } from './store/blobs.js';
export { sweepUploads } from './files/uploads.js';
export { loadSource, type Loaded } from './source.js';
export { defaultLimits, limitsOf, type Limits, type Threshold } from './cases/limits.js';
export { purge, defaultRetention, type Retention } from './cases/retention.js';
export { createTokens, type Tokens } from './cases/tokens.js';
export { roles, type Role } from './cases/machine.js';
export { maskText } from './cases/masking.js';
export { diskFolder, memoryFolder, type File, type Folder } from './folder.js';
export { createCatalogues, type Catalogues, type EntryPage, type EntryQuery } from './published/entries.js';
