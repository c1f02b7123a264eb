// The options page. Every choice is kept as soon as it is made.

import {
  type Consent,
  DEFAULTS,
  type Language,
  readSettings,
  type Settings,
  saveSettings,
} from "../shared/settings";
import { languageFor, sayer } from "../shared/words";
import { byId, fill } from "../ui/dom";
import { automaticChoices } from "./automatic-choices";
import { hostsIn } from "./hosts-in";
import { serviceAddress } from "./service-address";

async function show(): Promise<void> {
  const settings = await readSettings();
  const say = await sayer(settings.language);
  fill(say, languageFor(settings.language));
  document.title = say("options_title");

  const keep = async (changed: Partial<Settings>) => {
    await saveSettings(changed);
    byId("saved").textContent = say("saved");
  };

  serviceAddress(settings.service, say, keep);
  await automaticChoices(settings.automatic, say, keep);

  for (const choice of document.querySelectorAll<HTMLInputElement>("input[name='consent']")) {
    choice.checked = choice.value === (settings.consent ?? "");
    choice.onchange = () => keep({ consent: (choice.value || null) as Consent });
  }
  const never = byId<HTMLTextAreaElement>("never");
  never.value = settings.neverCheck.join("\n");
  never.onchange = async () => {
    const { hosts, wrong } = hostsIn(never.value);
    byId("never-state").textContent = wrong.length > 0 ? say("never_wrong", wrong.join(", ")) : "";
    await keep({ neverCheck: hosts });
  };
  const hidden = byId<HTMLInputElement>("private");
  hidden.checked = settings.privateWindows;
  hidden.onchange = () => keep({ privateWindows: hidden.checked });
  const language = byId<HTMLSelectElement>("language");
  language.value = settings.language;
  language.onchange = async () => {
    await keep({ language: language.value as Language });
    await show();
  };
  byId("clear").onclick = async () => {
    await chrome.storage.local.clear();
    await chrome.storage.session.clear();
    await saveSettings(DEFAULTS);
    await show();
    byId("saved").textContent = say("cleared");
  };
}

show();
