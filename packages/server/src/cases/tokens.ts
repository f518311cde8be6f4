/** Tokens of staff: shown once, stored as a keyed hash, each with a name, a role and, where the role needs one, a unit. */
import { randomBytes } from 'node:crypto';
import { conflict } from '../problem.js';
import type { Store } from '../store/store.js';
import { roles, type Role } from './machine.js';
import type { Staff } from './view.js';

export interface Tokens {
  /** The staff member of a token, or undefined. */
  find(token: string): Promise<Staff | undefined>;
  /** Makes a token; it is never shown again. Failure `conflict` when the name is taken. */
  create(staff: Staff): Promise<string>;
  list(): Promise<Staff[]>;
  /** False when there is no such name. */
  remove(name: string): Promise<boolean>;
}

/** Actors of steps that no member of staff takes: nobody else may stand in the history under these names. */
const RESERVED: readonly string[] = ['citizen', 'system'];

export function createTokens({ kysely, vault }: Store, now: () => number): Tokens {
  return {
    async find(token) {
      const row = await kysely
        .selectFrom('staff')
        .select(['name', 'role', 'unit'])
        .where('token_hash', '=', vault.hash('token', token))
        .executeTakeFirst();
      return row && roles.includes(row.role as Role) ? { ...row, role: row.role as Role } : undefined;
    },
    async create({ name, role, unit }) {
      if (RESERVED.includes(name)) throw conflict([{ path: ['name'], code: 'used' }]);
      const token = `zwgk_${randomBytes(24).toString('base64url')}`;
      const added = await kysely
        .insertInto('staff')
        .values({ token_hash: vault.hash('token', token), name, role, unit, created_at: new Date(now()) })
        .onConflict((on) => on.column('name').doNothing())
        .returning('name')
        .executeTakeFirst();
      if (!added) throw conflict([{ path: ['name'], code: 'used' }]);
      return token;
    },
    async list() {
      const rows = await kysely.selectFrom('staff').select(['name', 'role', 'unit']).orderBy('name').execute();
      return rows.map((row) => ({ ...row, role: row.role as Role }));
    },
    async remove(name) {
      const gone = await kysely.deleteFrom('staff').where('name', '=', name).returning('name').executeTakeFirst();
      return gone !== undefined;
    },
  };
}
