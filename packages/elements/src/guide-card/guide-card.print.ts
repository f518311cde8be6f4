/** The "打印" menu: which paper form; the forms themselves are fetched when one is chosen. */
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { PaperForm, PaperInput } from './guide-card.paper.facts.js';
import type { FullView } from './guide-card.rows.js';
import { sharedHash } from './guide-card.situation.js';

const FORMS: readonly PaperForm[] = ['notice', 'card', 'large', 'slip'];

/** Where the newest guide can be read: its own address, else this page's; with the reader's answers. */
export function addressOf({ guide }: FullView, base: string, situation: string): string | undefined {
  let url: URL;
  try {
    url = new URL(guide.url ?? '', base);
  } catch {
    return undefined;
  }
  // An address on the reader's own disk leads nobody else anywhere.
  if (!/^https?:$/.test(url.protocol)) return undefined;
  if (situation) url.hash = sharedHash(guide, situation);
  return url.href;
}

export class PrintMenu {
  private _state: 'idle' | 'busy' | 'failed' | 'unable' = 'idle';
  private _forget: (() => void) | undefined;

  constructor(private _host: LitElement) {}

  leave(): void {
    this._forget?.();
  }
  private _say(state: PrintMenu['_state']): void {
    this._state = state;
    this._host.requestUpdate();
  }
  private async _print(form: PaperForm, input: Omit<PaperInput, 'qr'>, situation: string): Promise<void> {
    const { _host: host } = this;
    const { view } = input;
    this._say('busy');
    try {
      const [{ printForm, forget }, { qrPicture }] = await Promise.all([
        import('./guide-card.paper.js'),
        import('../shared/qr.js'),
      ]);
      this._forget = () => forget(host);
      const address = addressOf(view, host.baseURI, situation);
      // A thousand characters of address make no code that a telephone reads from paper.
      const qr = address && address.length < 400 ? qrPicture(address, view.text.paper.qr) : undefined;
      this._say((await printForm(host, form, { ...input, qr })) ? 'idle' : 'unable');
    } catch {
      this._say('failed');
    }
  }

  show(input: Omit<PaperInput, 'qr'>, situation: string): TemplateResult {
    const { text } = input.view;
    const { _state: state } = this;
    const note = { idle: '', busy: text.printing, failed: text.printFailed, unable: text.noPrint }[state];
    const leave = (event: KeyboardEvent) => {
      const menu = event.currentTarget as HTMLDetailsElement;
      if (event.key !== 'Escape' || !menu.open) return;
      menu.open = false;
      menu.querySelector('summary')!.focus();
    };
    return html`<details class="print" @keydown=${leave}>
      <summary>${text.print}</summary>
      <div class="forms">
        ${FORMS.map(
          (form) =>
            html`<button type="button" @click=${() => this._print(form, input, situation)}>
              ${text.forms[form]}
            </button>`,
        )}
      </div>
      <p role="status" class=${state === 'failed' || state === 'unable' ? 'slower' : 'quiet'}>${note || nothing}</p>
    </details>`;
  }
}
