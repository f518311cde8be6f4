/* Says on the page itself how often its policy was violated, so that whoever opens it sees it. */
(function () {
  var count = 0;
  document.addEventListener('securitypolicyviolation', function (event) {
    count++;
    var line = document.getElementById('violations');
    if (!line) return;
    line.hidden = false;
    line.querySelector('output').textContent = count + '（' + event.violatedDirective + '）';
  });
})();
