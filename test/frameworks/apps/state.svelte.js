/** A cell that Svelte watches; the documents in it stay plain objects. */
export function stateOf(first) {
  let state = $state.raw(first);
  return {
    get state() {
      return state;
    },
    set state(value) {
      state = value;
    },
  };
}
