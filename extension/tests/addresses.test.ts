import { expect, test } from "vitest";
import { publicAddress } from "../src/shared/addresses";

const STRIPPED: [string, string][] = [
  ["https://news.example/2025/bridge?utm_source=mail&reader=7#comments", "https://news.example/2025/bridge"],
  ["https://ann:secret@news.example/2025/bridge", "https://news.example/2025/bridge"],
  ["https://news.example/2025/bridge?id=12", "https://news.example/2025/bridge"],
  ["https://news.example/2025/bridge/?p=12", "https://news.example/2025/bridge/"],
  ["https://news.example/?p=12&token=abc", "https://news.example/?p=12"],
  ["https://news.example/index.php?id=77&session=x", "https://news.example/index.php?id=77"],
  ["https://news.example/showstory.asp?story_id=a-7", "https://news.example/showstory.asp?story_id=a-7"],
  ["https://video.example/watch?v=AbC_1&t=9s", "https://video.example/watch?v=AbC_1"],
  ["https://news.example/?id=ann%40mail.example", "https://news.example/"],
  [`https://news.example/?id=${"a".repeat(41)}`, "https://news.example/"],
  ["https://news.example/article.php?email=ann&sid=1", "https://news.example/article.php"],
];

test.each(STRIPPED)("%s", (address, wanted) => {
  expect(publicAddress(address)).toBe(wanted);
  expect(publicAddress(wanted)).toBe(wanted);
});
