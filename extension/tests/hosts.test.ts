import { expect, test } from "vitest";
import { isPrivateHost, isSensitiveHost, isUnder } from "../src/shared/hosts";
import { refusal } from "../src/shared/refusal";
import { DEFAULTS } from "../src/shared/settings";

const host = (name: string) => new URL(`http://${name}/`).hostname;

test.each(
  `localhost router intranet news.local app.internal nas.lan box.home.arpa 127.0.0.1 127.1 2130706433 10.1.2.3
  172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 255.255.255.255 192.0.2.1
  [::1] [::] [fe80::1] [fd00::1] [ff02::1] [::ffff:10.0.0.1] [::ffff:192.168.1.1] [2001:db8::1] localhost.`.split(
    /\s+/,
  ),
)("%s is private", (name) => {
  expect(isPrivateHost(host(name))).toBe(true);
});

test.each(
  `news.example.org example.com 8.8.8.8 172.15.0.1 172.32.0.1 100.63.255.255 100.128.0.1 192.169.0.1 223.255.255.255
  [2606:4700::1111] [::ffff:8.8.8.8] local.example.org homepage.com`.split(/\s+/),
)("%s is not private", (name) => {
  expect(isPrivateHost(host(name))).toBe(false);
});

test.each(
  `mail.google.com webmail.example.org mail2.example.org bank.example.org online-banking.example.org www.paypal.com
  secure.chase.com mychart.clinic.example login.example.org accounts.example.org outlook.live.com web.whatsapp.com
  www.sparkasse.de docs.google.com`.split(/\s+/),
)("%s is sensitive", (name) => {
  expect(isSensitiveHost(name)).toBe(true);
});

test.each(
  `www.dailymail.co.uk mailonline.example www.bankrate.com worldbank.org healthline.com www.nytimes.com news.google.com
  www.emailtoday.example blog.bankingnews.example payday.example`.split(/\s+/),
)("%s is not sensitive", (name) => {
  expect(isSensitiveHost(name)).toBe(false);
});

test("a site stands for what is under it", () => {
  expect(isUnder("news.example.org", ["example.org"])).toBe(true);
  expect(isUnder("example.org", ["example.org"])).toBe(true);
  expect(isUnder("notexample.org", ["example.org"])).toBe(false);
});

test.each([
  ["https://news.example.org/a", false, null],
  ["https://news.example.org/a", true, "private_window"],
  ["file:///home/ann/letter.html", false, "not_web"],
  ["chrome://settings", false, "not_web"],
  ["moz-extension://1111/popup.html", false, "not_web"],
  [undefined, false, "not_web"],
  ["http://192.168.0.1/", false, "private_address"],
  ["https://mail.example.org/", false, "sensitive"],
  ["https://www.never.example/", false, "excluded"],
])("%s, private window %s: %s", (url, incognito, why) => {
  expect(refusal({ url, incognito }, { ...DEFAULTS, neverCheck: ["never.example"] })).toBe(why);
});

test("private windows where the reader allows them", () => {
  const settings = { ...DEFAULTS, privateWindows: true };
  expect(refusal({ url: "https://news.example.org/", incognito: true }, settings)).toBeNull();
  expect(refusal({ url: "https://mail.example.org/", incognito: true }, settings)).toBe("sensitive");
});
