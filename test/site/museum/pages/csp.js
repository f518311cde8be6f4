window.host = {
  act(done) {
    done();
  },
  report() {
    return { width: getComputedStyle(document.querySelector('main')).width };
  },
};
