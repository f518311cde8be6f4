/** 附件 as a form shows it before any file is chosen: a button, a place to drop on. All else is loaded with the first file. */
import type { Http } from '@zwgk/client';
import { attachmentTypes } from '@zwgk/schema';
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { Attachments, KeptUpload } from './attachments.js';

export interface FileWords {
  readonly label: string;
  readonly optional: string;
  /** How many, how large, which kinds, as `attachmentLimits` has it. */
  readonly hint: string;
  readonly choose: string;
  /** The part that sends files could not be fetched. */
  readonly failed: string;
}

export class FileField {
  private _list: Attachments | undefined;
  private _failed = false;

  constructor(
    private _host: LitElement,
    private _http: () => Http,
    /** Told of each change that the reader would want to keep. */
    private _changed: () => void,
  ) {}

  /** A file is on its way, or has stopped on it. */
  get busy(): boolean {
    return !!this._list?.busy;
  }
  /** The files that the service has, as a letter or message names them. */
  get done(): readonly KeptUpload[] {
    return this._list?.done ?? [];
  }
  get kept(): readonly KeptUpload[] {
    return this._list?.kept ?? [];
  }
  /** Forgets the files; takes them back from the service where they belong to no letter. */
  clear(back: boolean): void {
    this._list?.clear(back);
    this._list = undefined;
  }
  async restore(kept: readonly KeptUpload[]): Promise<void> {
    if (kept.length) (await this._load())?.restore(kept);
  }

  private async _load(): Promise<Attachments | undefined> {
    try {
      const part = await import('./attachments.js');
      this._failed = false;
      return (this._list ??= new part.Attachments(this._host, this._http(), this._changed));
    } catch {
      this._failed = true;
      return undefined;
    } finally {
      this._host.requestUpdate();
    }
  }
  private async _take(files: FileList | undefined): Promise<void> {
    // Read at once: a drop has no files any more when the part has come.
    const chosen = [...(files ?? [])];
    if (chosen.length) (await this._load())?.add(chosen);
  }
  private _choose = (event: Event): void => {
    (event.currentTarget as HTMLElement).parentElement!.querySelector('input')!.click();
  };
  private _chosen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    void this._take(input.files ?? undefined);
    // The same file may be chosen again.
    input.value = '';
  };
  private _over = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  };
  private _drop = (event: DragEvent): void => {
    event.preventDefault();
    void this._take(event.dataTransfer?.files);
  };
  /** For the form around it. */
  paste = (event: ClipboardEvent): void => {
    const files = event.clipboardData?.files;
    if (!files?.length) return;
    event.preventDefault();
    void this._take(files);
  };

  view(words: FileWords, fault: TemplateResult | typeof nothing = nothing): TemplateResult {
    return html`<div
      class="field files ${fault === nothing ? '' : 'invalid'}"
      role="group"
      aria-labelledby="files-label"
      aria-describedby="h-attachments"
      @dragover=${this._over}
      @drop=${this._drop}
    >
      <p class="label" id="files-label">${words.label} <small>${words.optional}</small></p>
      <p class="hint" id="h-attachments">${words.hint}</p>
      ${fault}${this._list?.view() ?? nothing}
      ${this._failed ? html`<p class="fault" role="alert">${words.failed}</p>` : nothing}
      <button type="button" id="f-attachments" @click=${this._choose}>${words.choose}</button>
      <span hidden
        ><input
          type="file"
          multiple
          accept=${`image/*,${attachmentTypes.map((ending) => `.${ending}`).join()}`}
          @change=${this._chosen}
      /></span>
    </div>`;
  }
}
