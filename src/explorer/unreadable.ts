import type { Duplex } from 'node:stream';
import { allVoices } from './i18n/voices.ts';

/** Status and fault by the code of Node; what has no words of its own says all by its status. */
const ANSWERS: Readonly<Record<string, readonly [status: string, fault: string | null]>> = {
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', 'too-long'],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', null],
};

/**
 * Answers what never became a request, so that no page can be made for it: an address with raw Kazakh letters, as people
 * type it after `curl`, or one that is too long. Plain words, in all languages, as nothing tells the reader's.
 */
export function refuseUnreadable(error: Error & { readonly code?: string }, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, fault] = ANSWERS[error.code ?? ''] ?? ['400 Bad Request', 'unreadable'];
  const said =
    fault === null ? '' : allVoices.map(([, { words }]) => `${words.label('fault', fault)}\n`).join('');
  socket.end(
    `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Type: text/plain; charset=utf-8\r\n` +
      `X-Content-Type-Options: nosniff\r\nContent-Length: ${Buffer.byteLength(said)}\r\n\r\n${said}`,
  );
}
