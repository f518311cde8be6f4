/** Brings the choice of discretion tiers into an open card: a part that is loaded when a step has some. */
import type { DiscretionStandard, FlowNode } from '@zwgk/schema';
import type { LitElement } from 'lit';
import { MessagesController } from '../shared/messages.js';
import type { DiscretionTable } from './flowchart.discretion.messages.js';
import type * as Part from './flowchart.discretion.js';
import type { Pick } from './flowchart.model.js';

export class Tiers {
  /** One standard to choose from; until the part is there, and without it, the card shows a table alone. */
  choose: ((standard: DiscretionStandard, at: number) => unknown) | undefined;
  private _node: FlowNode | undefined;
  /** Number of the chosen tier by number of the standard; kept nowhere else, and forgotten with the card. */
  private _chosen: readonly number[] = [];

  constructor(
    private _host: LitElement,
    private _pick: Pick,
  ) {}

  /** The card of this step is open. */
  show(node: FlowNode | undefined): void {
    if (node === this._node) return;
    this._node = node;
    this._chosen = [];
    if (node?.discretion?.length && !this.choose) void this._load();
  }

  private async _load(): Promise<void> {
    try {
      const part: typeof Part = await import('./flowchart.discretion.js');
      part.dress(this._host);
      const texts = new MessagesController<DiscretionTable>(this._host, part.discretionMessages);
      this.choose = (standard, at) =>
        part.tiers(
          standard,
          `tiers${at}`,
          this._chosen[at] ?? -1,
          (tier) => this._take(at, tier),
          texts.text,
          this._pick,
        );
      this._host.requestUpdate();
    } catch (error) {
      console.warn('zwgk:', error);
    }
  }
  private _take(at: number, tier: number): void {
    const chosen = this._chosen.slice();
    chosen[at] = tier;
    this._chosen = chosen;
    this._host.requestUpdate();
  }
}
