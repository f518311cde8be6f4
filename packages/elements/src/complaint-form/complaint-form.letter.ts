/** The letter as it is being written: what was typed, its key, what is wrong with it, and whether the page keeps it. */
import { newIdempotencyKey, type Http } from '@zwgk/client';
import { checkComplaint, type Issue } from '@zwgk/schema';
import type { LitElement } from 'lit';
import { FileField } from '../shared/file-field.js';
import {
  beijingTime,
  draftOf,
  faultsOf,
  publishable,
  requiredFields,
  settingOf,
  type Fault,
  type KeptFile,
  type Setting,
  type Values,
} from './complaint-form.draft.js';
import { limitsOf } from './complaint-form.fields.js';
import { keepDraft, readDraft } from './complaint-form.keep.js';

/** What the page says of every letter. */
export type LetterHost = LitElement &
  Parameters<typeof settingOf>[0] &
  Parameters<typeof limitsOf>[0] & {
    readonly org: string | undefined;
    readonly orgCode: string | undefined;
    readonly kind: string | undefined;
    readonly about: string | undefined;
    readonly noticeVersion: string;
    readonly noAttachments: boolean;
  };

export class Letter {
  values: Values = {};
  /** 同意公开. */
  consent = false;
  /** The reader wants it kept on this device. */
  keep = false;
  /** It was kept before, and is shown again. */
  restored = false;
  faults: readonly Fault[] = [];
  readonly files: FileField;
  private _keptFiles: readonly KeptFile[] = [];
  /** Made with the draft and kept with it: whatever is sent with it becomes one case. */
  private _key: string | undefined;
  private _shownAt: string | undefined;

  constructor(
    private _host: LetterHost,
    private _http: () => Http,
    private _lang: () => string,
  ) {
    this.files = new FileField(_host, _http, () => this._changed());
  }

  get setting(): Setting {
    return { ...settingOf(this._host), attachments: !this._host.noAttachments };
  }
  /** Each body has a draft of its own. */
  private get _owner(): string | undefined {
    return this._host.orgCode ?? this._host.org;
  }
  private _changed(): void {
    if (this.keep) this.save();
  }

  /** The kind that the page chooses at first, unless the reader has. */
  preset(): void {
    if (this.values.kind) return;
    const { kinds } = this.setting;
    const kind = kinds.length === 1 ? kinds[0] : kinds.find((one) => one === this._host.kind);
    if (kind) this.values = { ...this.values, kind };
  }
  /** The key and the moment of the notice come with the first character and stay with the letter. */
  begin(): string {
    this._shownAt ??= beijingTime(this._http().now());
    return (this._key ??= newIdempotencyKey());
  }
  /** It becomes another letter, with a key of its own. */
  renew(): void {
    this._key = undefined;
    this.begin();
    this._changed();
  }

  /** What was kept on this device; its files come with `restoreFiles`, when there is a root to show them in. */
  restore(): void {
    const kept = readDraft(this._owner, this._http().now());
    if (!kept) return;
    this.values = { ...this.values, ...kept.values };
    this._key = kept.key;
    this._shownAt = kept.shownAt;
    this.consent = kept.consent;
    this._keptFiles = kept.files;
    this.keep = this.restored = true;
  }
  restoreFiles(): void {
    void this.files.restore(this._keptFiles);
  }
  /** Keeps it, or throws away what was kept. */
  save(): void {
    const draft = this.keep && {
      key: this.begin(),
      shownAt: this._shownAt!,
      savedAt: this._http().now(),
      values: this.values,
      consent: this.consent,
      files: this.files.kept,
    };
    // The store is full: the letter stays on the page, and the mark says that it is not kept.
    if (!keepDraft(this._owner, draft || undefined)) this.keep = false;
  }
  /** Nothing of it stays. @param back its files are taken back, too: it was not sent */
  clear(back: boolean): void {
    this.keep = this.restored = this.consent = false;
    this.files.clear(back);
    this.save();
    this.values = {};
    this.faults = [];
    this._key = this._shownAt = undefined;
  }

  /** As the schema checks it and the service takes it. */
  draft(): Record<string, unknown> {
    const { values, setting, _host: host } = this;
    const { org, orgCode, about, noticeVersion } = host;
    const attachments = this.files.done.map(({ id }) => ({ id }));
    return draftOf(values, setting, {
      ...(org ? { targetOrg: { name: org, ...(orgCode ? { uscc: orgCode } : {}) } } : {}),
      publicConsent: this.consent && publishable(values, setting),
      ...(about ? { about } : {}),
      ...(attachments.length ? { attachments } : {}),
      notice: { version: noticeVersion, ...(this._shownAt ? { shownAt: this._shownAt } : {}) },
      lang: this._lang(),
    });
  }
  /** Everything that is wrong with it, in the order of the page; true when nothing is. */
  check(): boolean {
    this.faults = this._found();
    return !this.faults.length;
  }
  private _found(): Fault[] {
    const { values, setting } = this;
    const limits = { ...limitsOf(this._host), required: requiredFields(values, setting) };
    const busy = this.files.busy ? [{ path: ['attachments'], code: 'busy' }] : [];
    return faultsOf([...checkComplaint(this.draft(), limits), ...busy], values, setting);
  }
  /** What the service found wrong; false where no field can be named. */
  told(issues: readonly Issue[]): boolean {
    const faults = faultsOf(issues, this.values, this.setting);
    if (faults.length) this.faults = faults.map((fault) => ({ ...fault, told: true }));
    return !!faults.length;
  }
  /** The reader has typed or ticked something. */
  typed({ name, value, checked }: Pick<HTMLInputElement, 'name' | 'value' | 'checked'>): void {
    this.begin();
    if (name === 'consent') this.consent = checked;
    else if (name === 'keep') this.keep = checked;
    else this.values = { ...this.values, [name]: value };
    if (this.keep || name === 'keep') this.save();
    // Sentences beside the fields follow what is typed; new ones come only with the next try.
    if (!this.faults.length) return;
    const now = this._found();
    this.faults = this.faults.flatMap((fault) => {
      const found = now.find(({ field }) => field === fault.field);
      return found ?? (fault.told && fault.field !== name ? fault : []);
    });
  }
}
