// The first page: what leaves the device and when, and the reader's word on it.

import { type Consent, readSettings, saveSettings } from "../shared/settings";
import { languageFor, sayer } from "../shared/words";
import { byId, fill } from "../ui/dom";

async function show(): Promise<void> {
  const { language } = await readSettings();
  const say = await sayer(language);
  fill(say, languageFor(language));
  document.title = say("welcome_title");
  const choose = (consent: Consent, words: string) => async () => {
    await saveSettings({ consent });
    byId("done").textContent = say(words);
  };
  byId("send").onclick = choose("send_articles", "welcome_done_send");
  byId("lookups").onclick = choose("lookups_only", "welcome_done_lookups");
}

show();
