/** Which Host and Origin a request may carry: the defence against DNS rebinding and against other pages that write. */
import { isIP } from 'node:net';

export interface HostPolicy {
  /** Address the server listens on (`HOST`). */
  readonly host: string;
  /** Names, besides addresses and localhost, that an opened server answers to. */
  readonly names: readonly string[];
}

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/** True when only this machine reaches the server. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** Splits `name:port` and `[v6]:port`; null when it is neither. */
export function splitHost(value: string): { name: string; port: string | null } | null {
  const match = /^(\[[0-9a-f:.]+\]|[^:@/\\?#[\]\s]+)(?::(\d{1,5}))?$/i.exec(value);
  return match?.[1] === undefined ? null : { name: match[1].toLowerCase(), port: match[2] ?? null };
}

/**
 * Whether a Host header names this server. On loopback it must be exactly one of the three names with the port
 * listened on: a name that an attacker's DNS points at 127.0.0.1 is not among them. An opened server may stand behind
 * a proxy or a mapped port, so there the port is free; addresses cannot be rebound, names must be listed.
 */
export function hostAllowed(value: string | undefined, localPort: number | undefined, policy: HostPolicy): boolean {
  const parts = value === undefined ? null : splitHost(value);
  if (parts === null) return false;
  const { name, port } = parts;
  if (isLoopback(policy.host)) return LOOPBACK.includes(name) && Number(port ?? 80) === localPort;
  return (
    LOOPBACK.includes(name) ||
    isIP(name.replace(/^\[|\]$/g, '')) !== 0 ||
    name === policy.host.toLowerCase() ||
    policy.names.some((listed) => listed.toLowerCase() === name)
  );
}

/** How many Host headers the request really carries: Node shows the first and hides the rest. */
export function countHosts(rawHeaders: readonly string[]): number {
  return rawHeaders.filter((header, index) => index % 2 === 0 && header.toLowerCase() === 'host').length;
}

/** Whether Origin is the page this server itself gave out. `null` (a sandboxed frame, a file) is not. */
export function originAllowed(origin: string | undefined, host: string): boolean {
  if (origin === undefined) return true;
  const match = /^https?:\/\/(.+)$/i.exec(origin);
  return match?.[1]?.toLowerCase() === host.toLowerCase();
}
