/** What we use of packages that come without types. */
declare module 'saxen' {
  type Decode = (text: string) => string;
  type Context = () => { readonly line: number; readonly column: number };
  export class Parser {
    on(
      event: 'openTag',
      listen: (name: string, attributes: () => Record<string, string>, decode: Decode, closed: boolean) => void,
    ): this;
    on(event: 'closeTag', listen: (name: string) => void): this;
    on(event: 'text', listen: (text: string, decode: Decode) => void): this;
    on(event: 'cdata', listen: (text: string) => void): this;
    on(event: 'attention', listen: (text: string) => void): this;
    on(event: 'error', listen: (error: Error, context: Context) => void): this;
    on(event: 'warn', listen: (warning: Error) => void): this;
    parse(xml: string): unknown;
    stop(): void;
  }
}
declare module 'papaparse' {
  interface Options {
    readonly delimiter: string;
    readonly delimitersToGuess: readonly string[];
    /** Read no more rows than that. */
    readonly preview: number;
  }
  const Papa: {
    parse(
      text: string,
      options: Options,
    ): {
      readonly data: readonly (readonly string[])[];
      readonly errors: readonly { readonly type: 'Quotes' | 'Delimiter' | 'FieldMismatch'; readonly row?: number }[];
    };
  };
  export default Papa;
}
