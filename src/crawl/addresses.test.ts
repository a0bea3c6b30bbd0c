import { expect, test } from 'vitest';
import { WrongUsage } from '../core/errors.ts';
import { isLoopback, isPublicAddress, isPublicHost } from './addresses.ts';
import { userAgent } from './identity.ts';

const PUBLIC = [
  '93.184.216.34',
  '8.8.8.8',
  '172.32.0.1',
  '100.128.0.1',
  '2606:4700::1111',
  '2a02:6b8::2:242',
];
const INSIDE = [
  '127.0.0.1',
  '127.255.255.254',
  '10.1.2.3',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.0.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '198.18.0.1',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  'fe80::1%eth0',
  'fc00::1',
  'fd12::1',
  'ff02::1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  '2001:db8::1',
  'nonsense',
  '',
];
test('addresses: public ones, and all that only mean something nearby', () => {
  for (const address of PUBLIC) expect(isPublicAddress(address), address).toBe(true);
  for (const address of INSIDE) expect(isPublicAddress(address), address).toBe(false);
});

test('hosts: names that only mean something nearby are known without a look-up', () => {
  for (const host of ['baq.kz', 'www.inform.kz', 'xn--80ao21a.xn--80ao21a', '93.184.216.34'])
    expect(isPublicHost(host), host).toBe(true);
  for (const host of [
    'localhost',
    'router',
    'a.localhost',
    'nas.local',
    'db.internal',
    'x.test',
    '[::1]',
    '10.0.0.1',
  ])
    expect(isPublicHost(host), host).toBe(false);
});

test('loopback: four bytes from 127, or ::1', () => {
  for (const host of ['127.0.0.1', '127.1.2.3', '[::1]']) expect(isLoopback(host), host).toBe(true);
  for (const host of ['128.0.0.1', 'localhost', '127.0.0.1.kz', '10.0.0.1'])
    expect(isLoopback(host), host).toBe(false);
});

test('user agent: a way to reach the operator, and nothing that could break a header', () => {
  expect(userAgent(' https://example.kz/bot ')).toBe('Derek/0.1 (+https://example.kz/bot)');
  expect(userAgent('crawler@example.kz')).toBe('Derek/0.1 (+crawler@example.kz)');
  const bad = [
    undefined,
    '',
    ' ',
    'me',
    'http://localhost',
    'a@b',
    'https://x.kz/\r\nX: y',
    'https://x.kz/(a)',
    'https://пример.kz',
  ];
  for (const contact of bad) expect(() => userAgent(contact), contact).toThrow(WrongUsage);
});
