/* Runs inside PhantomJS: does what the requests on its port say. ES5. */
var port = require('system').args[1];
var page = require('webpage').create();
var log = [];

page.onError = function (message) {
  log.push('exception: ' + message);
};
page.onConfirm = function () {
  return true;
};

var does = {
  open: function (order, answer) {
    log = [];
    page.switchToMainFrame();
    page.viewportSize = { width: order.width, height: order.height };
    page.open(order.url, function (status) {
      answer({ status: status });
    });
  },
  into: function (order, answer) {
    page.switchToMainFrame();
    answer({ found: !order.name || page.switchToFrame(order.name) });
  },
  run: function (order, answer) {
    answer({ value: page.evaluateJavaScript('function () { return ' + order.code + '; }') });
  },
  log: function (order, answer) {
    answer({ log: log });
  },
  end: function (order, answer) {
    answer({});
    phantom.exit();
  },
};
require('webserver')
  .create()
  .listen('127.0.0.1:' + port, function (request, response) {
    var order = JSON.parse(request.post);
    does[order.what](order, function (answer) {
      response.statusCode = 200;
      response.setHeader('Content-Type', 'application/json');
      response.write(JSON.stringify(answer));
      response.close();
    });
  });
console.log('listening');
