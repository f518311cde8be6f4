/**
 * `zwgk.doctor()` (嵌入体检): looks at the page that it runs in, shows what it found in a panel and on the console, and
 * gives it back. `zwgk.js` loads it on demand; `zwgk-doctor.js` brings it to a page where even that does not run.
 */
import { documentFault } from './doctor/json.js';
import { gather, type LoaderState } from './doctor/gather.js';
import { doctorWords, reportOf } from './doctor/sentences.js';
import { showReport } from './doctor/panel.js';
import { diagnose, type Finding } from './doctor/rules.js';

declare const ZWGK_TAGS: readonly string[];

/** Elements that are still loading get this many milliseconds before they are reported. */
const PATIENCE = 5000;

/** Elements read a document as UTF-8 whatever it is, and say little about one that they cannot read: citizens see it. */
async function faultAt(address: string | undefined): Promise<string | undefined> {
  if (!address) return undefined;
  try {
    const answer = await fetch(address, { headers: { accept: 'application/json' }, credentials: 'same-origin' });
    if (!answer.ok) return undefined;
    const fault = documentFault(answer.headers.get('content-type') ?? '', await answer.arrayBuffer());
    return fault && `${address} ${fault}`;
  } catch {
    // What does not arrive is told among the requests that failed.
    return undefined;
  }
}

export async function doctor(): Promise<readonly Finding[]> {
  const busy = () =>
    Array.from(document.querySelectorAll('*')).some(
      (one) =>
        ZWGK_TAGS.includes(one.localName) && (one.hasAttribute('aria-busy') || !customElements.get(one.localName)),
    );
  if (document.readyState !== 'complete')
    await new Promise((loaded) => addEventListener('load', loaded, { once: true }));
  for (const until = Date.now() + PATIENCE; busy() && Date.now() < until;)
    await new Promise((soon) => setTimeout(soon, 100));
  const page = window as unknown as { zwgkLoader?: LoaderState };
  const facts = gather(ZWGK_TAGS, page.zwgkLoader);
  const tags = await Promise.all(
    (facts.tags ?? []).map(async (tag) => ({ ...tag, json: tag.json ?? (await faultAt(tag.document)) })),
  );
  const findings = diagnose({ ...facts, tags });
  showReport(findings);
  // eslint-disable-next-line no-console -- whoever asks for a report reads it there
  console.info(`zwgk ${doctorWords.title}\n${reportOf(findings)}`);
  return findings;
}

const page = window as unknown as { zwgk?: object; zwgkLoader?: LoaderState };
page.zwgk = { ...page.zwgk, doctor };
// On its own it was pasted in to be run.
if (!page.zwgkLoader) void doctor();
