"use strict";
(() => {
  const at = (id) => document.getElementById(id);
  const form = document.querySelector(".filters");
  const [words, category, status, policy] = [at("words"), at("category"), at("status"), at("policy")];
  const none = document.querySelector(".none");
  const fold = (text) => text.normalize("NFKC").toLowerCase();

  const links = document.querySelectorAll("nav a");
  const sections = Array.from(document.querySelectorAll(".category"), (section, place) => {
    const link = links[place];
    const title = section.querySelector("bdi").textContent;
    const rows = Array.from(section.querySelectorAll("tr[data-policy]"), (row) => ({
      row,
      http: row.cells[1].textContent,
      policies: ["", ...row.dataset.policy.split(" ")],
      text: "",
      shown: true,
    }));
    return { section, title, link, number: link.querySelector(".number"), rows };
  });
  const total = sections.reduce((sum, { rows }) => sum + rows.length, 0);

  // The text that a search compares, built on first use: the words of the row, and its name without underscores.
  const text = (entry, title) =>
    (entry.text ||= fold(
      [...Array.from(entry.row.cells, (cell) => cell.textContent), entry.row.cells[2].firstChild.textContent.replaceAll("_", " "), title].join("\n"),
    ));

  const filter = () => {
    const wanted = fold(words.value).split(/\s+/u).filter(Boolean);
    let found = 0;
    for (const { section, title, link, number, rows } of sections) {
      const here = !category.value || category.value === section.id;
      let count = 0;
      for (const entry of rows) {
        const shown =
          here &&
          entry.http.startsWith(status.value) &&
          entry.policies.includes(policy.value) &&
          (!wanted.length || wanted.every((word) => text(entry, title).includes(word)));
        if (shown !== entry.shown) entry.row.hidden = !(entry.shown = shown);
        if (shown) count += 1;
      }
      section.hidden = !count;
      section.style.setProperty("--rows", count);
      link.classList.toggle("empty", !count);
      number.textContent = count;
      found += count;
    }
    none.hidden = found > 0;
    at("count").value = `${found} of ${total}`;
  };

  const reset = () => {
    form.reset();
    filter();
  };

  // A link shows its code even if a filter hides it.
  const follow = () => {
    const target = at(location.hash.slice(1));
    if (!target) return;
    if (target.closest("[hidden]")) reset();
    const lead = () => target.scrollIntoView();
    lead();
    // Rows that become visible get their real height in the next frame.
    requestAnimationFrame(() => requestAnimationFrame(lead));
  };

  const write = async (code) => {
    try {
      await navigator.clipboard.writeText(code);
    } catch {
      // Without a secure connection, only the selection can be copied.
      const field = Object.assign(document.createElement("textarea"), { value: code });
      document.body.append(field);
      field.select();
      const done = document.execCommand("copy");
      field.remove();
      if (!done) throw new Error(`could not copy ${code}`);
    }
  };

  const copy = async (button) => {
    const code = button.closest("tr").id;
    try {
      await write(code);
      at("said").textContent = `Copied ${code}`;
      button.classList.add("copied");
      setTimeout(() => button.classList.remove("copied"), 1500);
    } catch {
      at("said").textContent = `Could not copy ${code}`;
    }
    button.focus({ preventScroll: true });
  };

  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  at("all").addEventListener("click", () => {
    reset();
    words.focus();
  });
  at("codes").addEventListener("click", (event) => {
    const button = event.target.closest("th button");
    if (button) copy(button);
  });
  addEventListener("hashchange", follow);
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "/" && !event.target.closest("input, select, textarea")) {
      event.preventDefault();
      words.focus();
      words.select();
    } else if (event.key === "Escape" && event.target === words) {
      event.preventDefault();
      words.value = "";
      filter();
    }
  });

  document.documentElement.classList.add("scripted");
  form.hidden = false;
  // A browser that goes back restores the text of the search box.
  filter();
  follow();
})();
