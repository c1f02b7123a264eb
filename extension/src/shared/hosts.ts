// Which hosts are nobody else's business.

// Names that only a local network knows.
const LOCAL_NAMES =
  /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|lan|home|corp|private|test|invalid|onion|home\.arpa)$/u;
const IPV4 = /^\d+\.\d+\.\d+\.\d+$/u;
// RFC 6890 and its successors: this network, private use, carriers, loopback, link-local, tests, multicast.
const PRIVATE_IPV4: readonly (readonly [string, number])[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
];

// Mail, banks, health portals, sign-in, documents and messages: by the host's first name …
const SENSITIVE_NAME =
  /^(?:e?mail|webmail|mailbox|owa|imap|bank|banking|e-?banking|online-?banking|netbank(?:ing)?|login|signin|sign-in|auth|sso|id|idp|accounts?|myaccount|konto|my-?chart|patients?|patient-?portal|my-?health|health-?portal|e-?health|wallet|pay|payments?|checkout|cloud|drive|docs|vpn|remote|admin)\d*$/u;
// … by a word in it …
const SENSITIVE_WORD =
  /(?:^|[.-])(?:banking|onlinebanking|mychart|patientportal|webmail|sparkasse|volksbank|raiffeisen\w*|creditunion)(?:$|[.-])/u;
// … and by name.
const SENSITIVE_SITES = new Set(
  `gmail.com outlook.com outlook.live.com outlook.office.com outlook.office365.com hotmail.com proton.me protonmail.com
  tutanota.com tuta.com fastmail.com gmx.net gmx.de gmx.com web.de mail.ru mail.com zoho.com posteo.de mailbox.org
  paypal.com wise.com revolut.com stripe.com klarna.com n26.com chase.com bankofamerica.com wellsfargo.com citi.com
  capitalone.com usbank.com pnc.com hsbc.com hsbc.co.uk barclays.co.uk lloydsbank.com natwest.com santander.co.uk
  santander.com bnpparibas.com deutsche-bank.de commerzbank.de ing.de ing.com dkb.de comdirect.de postbank.de ubs.com
  americanexpress.com venmo.com coinbase.com binance.com
  zocdoc.com doctolib.de doctolib.fr healthcare.gov kaiserpermanente.org myuhc.com followmyhealth.com teladoc.com
  betterhelp.com 23andme.com elster.de irs.gov ssa.gov
  web.whatsapp.com web.telegram.org messenger.com slack.com discord.com teams.microsoft.com zoom.us meet.google.com
  chatgpt.com claude.ai gemini.google.com copilot.microsoft.com
  icloud.com dropbox.com onedrive.live.com sharepoint.com notion.so`.split(/\s+/u),
);

/** Whether `host`, as `URL.hostname` gives it, is this computer's or a local network's. */
export function isPrivateHost(host: string): boolean {
  const name = host.replace(/\.$/u, "").toLowerCase();
  if (name.startsWith("[")) return isPrivateIpv6(name.slice(1, -1));
  if (IPV4.test(name))
    return PRIVATE_IPV4.some(
      ([network, bits]) => bits32(name) >>> (32 - bits) === bits32(network) >>> (32 - bits),
    );
  return !name.includes(".") || LOCAL_NAMES.test(name);
}

/** Whether `host` shows mail, money, health or other people's words to somebody who has signed in. */
export function isSensitiveHost(host: string): boolean {
  const name = host.replace(/\.$/u, "").toLowerCase();
  const labels = name.split(".");
  const under = labels.map((_, index) => labels.slice(index).join("."));
  const first = labels[0] === "www" ? (labels[1] ?? "") : (labels[0] ?? "");
  return (
    under.some((site) => SENSITIVE_SITES.has(site)) ||
    (labels.length > 2 && SENSITIVE_NAME.test(first)) ||
    SENSITIVE_WORD.test(name)
  );
}

/** Whether `host` is one of `sites` or under one. */
export function isUnder(host: string, sites: readonly string[]): boolean {
  return sites.some((site) => host === site || host.endsWith(`.${site}`));
}

function bits32(address: string): number {
  return address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
}

function isPrivateIpv6(address: string): boolean {
  const mapped = /^::(?:ffff:)?([0-9a-f]{1,4}):([0-9a-f]{1,4})$/u.exec(address);
  if (mapped) {
    const number = Number.parseInt(mapped[1] ?? "", 16) * 65_536 + Number.parseInt(mapped[2] ?? "", 16);
    return isPrivateHost([24, 16, 8, 0].map((shift) => (number >>> shift) & 255).join("."));
  }
  const first = Number.parseInt(address.split(":")[0] || "0", 16);
  // Only 2000::/3 is given out for public use; documentation has a part of it.
  return first >>> 13 !== 1 || address.startsWith("2001:db8:");
}
