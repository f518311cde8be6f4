/** SHA-256 for pages without HTTPS, where the browser gives none. Fetched only there. */
export { sha256 } from '@noble/hashes/sha2.js';
