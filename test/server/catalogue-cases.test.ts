/** The questions that every reader of a catalogue answers alike, asked of a service and its database. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { loadSource } from '@zwgk/server';
import { describeReader } from '../support/catalogue-cases.js';
import { startService, type Service } from '../support/service.js';

let service: Promise<Service> | undefined;
const folder = mkdtempSync(join(tmpdir(), 'zwgk-cases-'));
mkdirSync(join(folder, 'catalogues'));
after(async () => {
  await (await service)?.close();
  rmSync(folder, { recursive: true });
});

describeReader('over a service', async (document) => {
  const running = await (service ??= startService());
  writeFileSync(join(folder, 'catalogues', `${document.id}.json`), JSON.stringify(document));
  await loadSource(running.store, folder);
  return running.client().catalogues.open({ id: document.id });
});
