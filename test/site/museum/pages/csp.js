window.host = {
  act: function (done) {
    done();
  },
  report: function () {
    return { width: getComputedStyle(document.querySelector('main')).width };
  },
};
