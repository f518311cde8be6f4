import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noLimits, startService } from '../support/service.js';

test('whoever has an IPv6 network has one share of look-ups, not one for each of its addresses', async () => {
  const service = await startService({ limits: { ...noLimits, lookup: { max: 3, seconds: 900 } } });
  try {
    const look = async (address: string) =>
      (await service.post('/api/v1/complaints/lookup', { queryCode: 'AAAA-BBBB-CCCC' }, {}, address)).status;
    const network = ['2001:db8:0:7::1', '2001:db8::7:0:0:0:1', '2001:0DB8:0000:0007:ffff::1', '2001:db8:0:7:1:2:3:4'];
    assert.deepEqual([await look(network[0]!), await look(network[1]!), await look(network[2]!)], [404, 404, 404]);
    assert.equal(await look(network[3]!), 429);
    assert.equal(await look('2001:db8:0:8::1'), 404, 'the neighbour has a share of its own');
    assert.equal(await look('::1'), 404);
    assert.equal(await look('fe80::1%eth0'), 404);
    for (let i = 0; i < 3; i++) assert.equal(await look('192.0.2.9'), 404);
    assert.equal(await look('::ffff:192.0.2.9'), 429, 'the same sender on a socket for both');
    assert.equal(await look('192.0.2.10'), 404);
    assert.equal(await look('what a proxy made of it'), 404);
  } finally {
    await service.close();
  }
});
