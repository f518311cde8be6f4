/** No framework: what the other apps are compared with. */
export async function start(container, state) {
  const provider = document.createElement('zwgk-provider');
  provider.setAttribute('files', state.files);
  container.append(provider);
  const byId = new Map();
  let card;
  const draw = async () => {
    if (state.shown && !card) {
      card = document.createElement('zwgk-guide-card');
      card.id = 'card';
      card.innerHTML = '<a href="#floor">指南</a>';
      card.addEventListener('zwgk-guide-open', (event) => state.onOpen(event));
      provider.prepend(card);
    } else if (!state.shown && card) {
      card.remove();
      card = undefined;
    }
    if (card) {
      card.guide = state.guide;
      card.setAttribute('situation', state.situation);
      card.toggleAttribute('compact', state.compact);
    }
    for (const [id, one] of byId)
      if (!state.ids.includes(id)) {
        one.remove();
        byId.delete(id);
      }
    for (const id of state.ids) {
      if (!byId.has(id)) {
        const one = document.createElement('zwgk-guide-card');
        one.setAttribute('guide-id', id);
        one.className = 'by-id';
        byId.set(id, one);
      }
      provider.append(byId.get(id));
    }
  };
  await draw();
  return {
    set: (change) => (Object.assign(state, change), draw()),
    stop: async () => provider.remove(),
  };
}
