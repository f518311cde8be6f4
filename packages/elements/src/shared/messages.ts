/** Texts by language from typed tables: zh-Hans at once, zh-Hant derived from it, others loaded when a page asks. */
import type { LocalizedText } from '@zwgk/schema';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { toHant } from './hant.js';
import { langOf, languageOf, watchLanguage, type Language } from './language.js';

/** A table holds sentences, functions that make one, and lists of words by code. */
type Entry = string | ((...args: never[]) => string) | { readonly [code: string]: string };
export type Table<T> = { readonly [Key in keyof T]: Entry };

/** The tables of one element. `zhHans` sets the type; each further language is a module with a default export. */
export interface Messages<T> {
  readonly zhHans: T;
  readonly load: Readonly<Record<string, () => Promise<{ readonly default: T }>>>;
  /** Filled as languages arrive; shared by all elements of the kind. */
  readonly ready: Record<string, T>;
}
export const messages = <T extends Table<T>>(zhHans: T, load: Messages<T>['load']): Messages<T> => ({
  zhHans,
  load,
  ready: { 'zh-Hans': zhHans },
});

const convert = (entry: Entry): Entry =>
  typeof entry === 'string'
    ? toHant(entry)
    : typeof entry === 'function'
      ? (...args: never[]) => toHant(entry(...args))
      : Object.fromEntries(Object.entries(entry).map(([code, word]) => [code, toHant(word)]));

/** Gives its host the table of the reader's language, and renders it anew when the language changes or arrives. */
export class MessagesController<T extends Table<T>> implements ReactiveController {
  constructor(
    private _host: ReactiveControllerHost & Element,
    private _messages: Messages<T>,
  ) {
    _host.addController(this);
  }
  hostConnected(): void {
    watchLanguage.add(this._host);
  }
  hostDisconnected(): void {
    watchLanguage.delete(this._host);
  }

  /** The tag of the page's language. */
  get lang(): Language {
    return languageOf(langOf(this._host));
  }

  /** The table of the reader's language; zh-Hans until another has arrived, and where there is none. */
  get text(): T {
    const { ready, load, zhHans } = this._messages;
    const { lang } = this;
    if (ready[lang]) return ready[lang];
    if (lang === 'zh-Hant')
      return (ready[lang] = Object.fromEntries(
        Object.entries(zhHans as Record<string, Entry>).map(([key, entry]) => [key, convert(entry)]),
      ) as unknown as T);
    const loader = load[lang];
    if (loader) {
      ready[lang] = zhHans;
      void loader().then(
        (module) => {
          ready[lang] = module.default;
          this._host.requestUpdate();
        },
        // The page stays readable in Chinese; the next element tries again.
        () => delete ready[lang],
      );
    }
    return zhHans;
  }

  /** A published text in the reader's language where it has one, else in zh-Hans. Never converted. */
  pick = (value: LocalizedText | undefined): string => pick(value, this.lang);
}

export const pick = (value: LocalizedText | undefined, lang: Language): string =>
  value === undefined ? '' : typeof value === 'string' ? value : (value[lang] ?? value['zh-Hans'] ?? '');
