// Sites as people write them: names or whole addresses, one a line.

/** The hosts in `written`, each once and without `www.`; what is no host is in `wrong`. */
export function hostsIn(written: string): { hosts: string[]; wrong: string[] } {
  const hosts = new Set<string>();
  const wrong: string[] = [];
  for (const line of written.split(/[\s,]+/u).filter(Boolean)) {
    const url = URL.parse(/^https?:\/\//iu.test(line) ? line : `https://${line}`);
    const host = url?.hostname.replace(/^www\./u, "") ?? "";
    if (/^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u.test(host)) hosts.add(host);
    else wrong.push(line);
  }
  return { hosts: [...hosts], wrong };
}
