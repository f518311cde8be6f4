/** What every app shows: one guide by property, some by id, inside one provider. */
export interface State {
  files: string;
  guide: object | undefined;
  situation: string;
  compact: boolean;
  shown: boolean;
  ids: readonly string[];
  onOpen: (event: CustomEvent) => void;
}
export interface App {
  set(change: Partial<State>): Promise<void>;
  stop(): Promise<void>;
}
