import { networkOf } from './password-brake.js';

describe('the network of an address', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['2001:db8::e', '2001:db8:0:0'],
    ['2001:db8:0:0:5::', '2001:db8:0:0'],
    ['2001:0db8:0001:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::192.0.2.1', '2001:db8:1:2'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
    ['::', '0:0:0:0'],
    ['', ''],
  ])('%s lies in %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
