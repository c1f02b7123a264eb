import { expect, test } from "vitest";
import { extract } from "../src/article/extract";

const SENTENCE =
  "The council said on Monday that the old bridge would be closed for a week while cables are replaced. ";
const LONG = SENTENCE.repeat(3);

function read(body: string, head = "", lang = "en") {
  const html = `<html lang="${lang}"><head><title>Bridge closes for a week - Example News</title>${head}</head>
    <body><nav><a href="/">Home</a></nav>${body}</body></html>`;
  const page = new DOMParser().parseFromString(html, "text/html");
  const before = page.documentElement.outerHTML;
  const extraction = extract(page, "https://www.news.example/bridge?reader=7#top");
  expect(page.documentElement.outerHTML).toBe(before); // reading changes nothing
  return extraction;
}

const paragraphs = (count: number) =>
  Array.from({ length: count }, (_, at) => `<p>Part ${at}: ${LONG}</p>`).join("");
const article = (inside: string) =>
  `<main><article><h1>Bridge closes for a week</h1>${inside}</article></main>`;
const data = (value: object) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

test("an article is read whole, without its frame", () => {
  const { article: found, quality } = read(
    article(`${paragraphs(4)}<figure><img src="/bridge.jpg" width="600"><figcaption>The bridge</figcaption></figure>
      <aside class="related"><p><a href="/other">Read more: another story</a></p></aside>`),
  );
  expect(quality).toBe("article");
  expect(found.title).toBe("Bridge closes for a week");
  expect(found.text.split("\n\n")).toHaveLength(4);
  expect(found.text).not.toMatch(/The bridge$|Read more|Home/u);
  expect(found.url).toBe("https://www.news.example/bridge");
  expect(found.lang).toBe("en");
  expect(found.media).toEqual([{ kind: "image", src: expect.stringMatching(/\/bridge\.jpg$/u) }]);
});

test("links of the text are kept, without what tells on the reader", () => {
  const linked = `<p>As the <a href="https://council.example/plan.pdf?u=7#2">plan</a> says, ${LONG}</p>`;
  expect(read(article(linked + paragraphs(3))).article.links).toEqual([
    { href: "https://council.example/plan.pdf", text: "plan" },
  ]);
});

test("what the page's data says of authors, dates and publisher", () => {
  const { article: found } = read(
    article(paragraphs(3)),
    data({
      "@type": "NewsArticle",
      headline: "Bridge closes for a week",
      author: [{ name: "By Jo Writer" }, { name: "Sam Author" }],
      datePublished: "2025-07-04T10:00:00Z",
      dateModified: "5 July 2025",
      publisher: {
        "@type": "NewsMediaOrganization",
        name: "Example News",
        correctionsPolicy: "https://news.example/c",
      },
    }),
  );
  expect(found.authors).toEqual(["Jo Writer", "Sam Author"]);
  expect([found.published, found.modified]).toEqual(["2025-07-04", "2025-07-05"]);
  expect(found.publisher).toEqual({ name: "Example News", correctionsPolicy: "https://news.example/c" });
});

test("an author without a name is nobody, not the organisation beside", () => {
  const broken = data({
    "@graph": [
      { "@type": "NewsArticle", author: {} },
      { "@type": "Organization", name: "Example" },
    ],
  });
  expect(read(article(paragraphs(3)), broken).article.authors).toEqual([]);
});

test("looked, and none there, is empty and not null", () => {
  const { article: found } = read(article(paragraphs(3)));
  expect([found.links, found.media, found.authors, found.published, found.modified]).toEqual([
    [],
    [],
    [],
    "",
    "",
  ]);
  expect(found.publisher).toEqual({});
});

test("players and posts count, buttons and small pictures do not", () => {
  const media = `<iframe src="https://www.youtube.com/embed/abc?autoplay=1"></iframe><video><source src="/v.mp4"></video>
    <blockquote class="twitter-tweet"><p>Short.</p><a href="https://twitter.com/a/status/1">then</a></blockquote>
    <iframe src="https://www.facebook.com/plugins/like.php"></iframe><img src="/logo.png"><img src="/s.jpg" width="20">`;
  const kinds = read(article(paragraphs(3) + media)).article.media.map(
    ({ kind, src }) => `${kind} ${src.split("/")[2]}`,
  );
  expect(kinds).toContain("embed www.youtube.com");
  expect(kinds).toContain("embed twitter.com");
  expect(kinds.filter((kind) => kind.startsWith("video"))).toHaveLength(1);
  expect(kinds).toHaveLength(3);
});

test.each([
  ["", "no_article"],
  [article("<p>Short.</p>"), "no_article"],
  [article(`<p>${"We and our partners use cookies with your consent. ".repeat(6)}</p>`), "consent_notice"],
  [article(`<p>${LONG}</p><p>What the mayor said then about the plan was …</p>`), "truncated"],
  [article(`<p>${LONG}</p><div class="article-paywall"></div>`), "paywall"],
  [article(`${paragraphs(5)}<div class="article-paywall"></div>`), "article"],
])("%#: %s", (body, quality) => {
  expect(read(body).quality).toBe(quality);
});

test("a publisher that states more words than there are shows a part", () => {
  const stated = (free: boolean) =>
    data({ "@type": "NewsArticle", wordCount: 2000, isAccessibleForFree: free });
  expect(read(article(paragraphs(3)), stated(true)).quality).toBe("truncated");
  expect(read(article(paragraphs(3)), stated(false)).quality).toBe("paywall");
});

test("what no wire format may hold is replaced", () => {
  const odd = `<p>Half a pair \ud800 stands here. ${LONG}</p>${paragraphs(2)}`;
  expect(read(article(odd)).article.text.isWellFormed()).toBe(true);
});
