/** Texts by language from typed tables: zh-Hans at once; zh-Hant (derived from it) and others when a page asks. */
import type { LocalizedText } from '@zwgk/schema';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { langOf, languageArrived, languageOf, watchLanguage, type Language } from './language.js';

/** A table holds sentences, functions that make one, and lists of words by code. */
type Entry = string | ((...args: never[]) => string) | { readonly [code: string]: string };
export type Table<T> = { readonly [Key in keyof T]: Entry };

/**
 * Tables that a page brings along, by language and name: `locales/en.js` sets English before it is asked for, and a site
 * may add languages of its own (`zwgkLocales.ug = { 'guide-card': { … } }`). What a table lacks stays Chinese.
 */
type Locales = Readonly<Record<string, Readonly<Record<string, object>> | undefined>>;

/** The tables of one element. `zhHans` sets the type; each further language is a module with a default export. */
export interface Messages<T> {
  /** Name of the table in `zwgkLocales`: that of its file. */
  readonly name: string;
  readonly zhHans: T;
  readonly load: Readonly<Record<string, () => Promise<{ readonly default: T }>>>;
  /** Filled as languages arrive; shared by all elements of the kind. */
  readonly ready: Record<string, T>;
}
export const messages = <T extends Table<T>>(name: string, zhHans: T, load: Messages<T>['load']): Messages<T> => ({
  name,
  zhHans,
  load,
  ready: { 'zh-Hans': zhHans },
});

/** Applies `change` to every word of a table. */
export const mapWords = (entry: Entry, change: (word: string) => string): Entry =>
  typeof entry === 'string'
    ? change(entry)
    : typeof entry === 'function'
      ? (...args: never[]) => change(entry(...args))
      : Object.fromEntries(Object.entries(entry).map(([code, word]) => [code, change(word)]));

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
    const there = ready[lang];
    if (there) return there;
    const brought = (globalThis as { zwgkLocales?: Locales }).zwgkLocales?.[lang]?.[this._messages.name];
    if (brought) return (ready[lang] = { ...zhHans, ...brought });
    const arriving =
      lang === 'zh-Hant'
        ? import('./hant.js').then(({ toHant }) =>
            Object.fromEntries(
              Object.entries(zhHans as Record<string, Entry>).map(([key, entry]) => [key, mapWords(entry, toHant)]),
            ),
          )
        : load[lang]?.().then((module) => module.default);
    // Readable in Chinese meanwhile, and where there is no such language.
    ready[lang] = zhHans;
    arriving?.then(
      (table) => {
        ready[lang] = table as unknown as T;
        languageArrived();
      },
      // The next element tries again.
      () => delete ready[lang],
    );
    return zhHans;
  }

  /** A published text in the reader's language where it has one, else in zh-Hans. Never converted. */
  pick = (value: LocalizedText | undefined): string => pick(value, this.lang);
}

export const pick = (value: LocalizedText | undefined, lang: Language): string =>
  value === undefined ? '' : typeof value === 'string' ? value : (value[lang] ?? value['zh-Hans'] ?? '');
