/** A letter on its way: sent when told to, once, and what is known of it when no answer came. */
import { createComplaintIntake, isZwgkError, type Connection, type ZwgkError } from '@zwgk/client';
import type { Complaint, Issue, Receipt } from '@zwgk/schema';
import type { LitElement } from 'lit';
import { emit } from '../shared/emit.js';

export interface DeliveryOptions {
  readonly connection: () => Connection;
  /** Idempotency key of the letter; with it the letter becomes one case. */
  readonly key: () => string;
  /** A key of its own, for another letter. */
  readonly renew: () => void;
  readonly received: (receipt: Receipt, complaint: Complaint) => void;
  /** What the service found wrong; false where no field can be named. */
  readonly faulty: (issues: readonly Issue[]) => boolean;
}

export class Delivery {
  /** The letter under review. */
  letter: Complaint | undefined;
  sending = false;
  failure: ZwgkError | undefined;
  /** There was no network when it was sent, so it has not left the device. */
  offline = false;
  /** From 0 to 1 while the device proves that it is no robot. */
  proof: number | undefined;
  /** A letter of which it is not known whether it arrived. */
  private _unsure: Complaint | undefined;
  private _control: AbortController | undefined;

  constructor(
    private _host: LitElement,
    private _options: DeliveryOptions,
  ) {}

  /** An earlier version of the letter may have arrived, whose receipt can be fetched. */
  get earlier(): boolean {
    return !!this._unsure;
  }

  send = async (): Promise<void> => {
    const complaint = this.letter!;
    // A second click while the first is on its way sends nothing.
    if (this.sending || !emit(this._host, 'zwgk-complaint-submit', { complaint }, true)) return;
    const { connection, key, received } = this._options;
    const { signal } = (this._control = new AbortController());
    this.sending = true;
    this.failure = undefined;
    this.offline = !navigator.onLine;
    this._host.setAttribute('aria-busy', 'true');
    this._host.requestUpdate();
    try {
      const receipt = await createComplaintIntake(connection().http).create(complaint, {
        idempotencyKey: key(),
        signal,
        onProof: (at) => {
          this.proof = at < 1 ? at : undefined;
          this._host.requestUpdate();
        },
      });
      this.letter = this._unsure = undefined;
      received(receipt, complaint);
    } catch (error) {
      if (!isZwgkError(error)) throw error;
      this._failed(error, complaint);
    } finally {
      this.sending = false;
      this.proof = undefined;
      this._host.removeAttribute('aria-busy');
      this._host.requestUpdate();
    }
  };
  /** Offered only while the device proves itself: nothing has been taken then. */
  cancel = (): void => this._control?.abort();

  private _failed(error: ZwgkError, complaint: Complaint): void {
    const { code, issues } = error;
    if (/^(?:network|timeout|server|invalid_response)$/.test(code)) this._unsure ??= complaint;
    if (code !== 'invalid_input' || !this._options.faulty(issues)) this.failure = error;
    if (code !== 'aborted') emit(this._host, 'zwgk-failed', { error, shown: false });
  }
  /** The receipt of the earlier version. */
  fetch = (): void => {
    this.letter = this._unsure;
    void this.send();
  };
  /** The changed letter as another one. */
  anew = (): void => {
    this._unsure = undefined;
    this._options.renew();
    void this.send();
  };
}
