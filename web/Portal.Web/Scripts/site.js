// What pages can do better with scripts. Everything works without this file.

// Instants in the reader's own time zone.
const formats = {
  date: { dateStyle: "medium" },
  time: { timeStyle: "short" },
  both: { dateStyle: "medium", timeStyle: "short" },
};

function showMoments(root) {
  for (const moment of root.querySelectorAll("time[data-moment]")) {
    moment.textContent = new Intl.DateTimeFormat("en-US", formats[moment.dataset.moment]).format(new Date(moment.dateTime));
  }
}

// Time left, told in the largest unit that says enough, as the server writes it.
function duration(milliseconds) {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  const [count, unit] =
    seconds < 60 ? [seconds, "second"] : seconds < 3600 ? [Math.ceil(seconds / 60), "minute"] : [Math.round(seconds / 3600), "hour"];
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

function showTimeLeft() {
  for (const countdown of document.querySelectorAll("[data-until]")) {
    const left = Number(countdown.dataset.until) - Date.now();
    const text = duration(left);
    if (countdown.textContent !== text) {
      countdown.textContent = text;
    }

    const sentence = countdown.closest("[data-until-hides]");
    if (sentence && left <= 0) {
      sentence.remove();
    }
  }
}

// A link to a page becomes a dialog where the page has one.
document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-dialog]");
  const dialog = opener && document.getElementById(opener.dataset.dialog);
  if (dialog && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    dialog.showModal();
    return;
  }

  if (event.target instanceof HTMLDialogElement) {
    event.target.close();
  }

  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) {
      menu.open = false;
    }
  }
});

// One press copies what a field holds; without scripts it is selected by hand.
for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const field = document.getElementById(button.dataset.copy);
    const said = button.closest(".copy").querySelector(".copied");
    try {
      await navigator.clipboard.writeText(field.value);
      said.textContent = "Copied.";
    } catch {
      field.focus();
      field.select();
      said.textContent = "Selected; copy it with your keyboard.";
    }
  });
}

// Prints the PDF that stands in the page; where the browser shows none there, its link opens it.
document.addEventListener("click", (event) => {
  const shown = event.target.closest("[data-print]") && document.querySelector(".viewer iframe")?.contentWindow;
  if (shown && navigator.pdfViewerEnabled) {
    event.preventDefault();
    shown.focus();
    shown.print();
  }
});

document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && document.querySelector("details.menu[open]");
  if (menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

// A form is sent once, however often its button is pressed; one that opens a tab leaves this page as it is.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || form.target) {
    return;
  }

  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }

  form.dataset.sent = "true";
  event.submitter?.setAttribute("aria-disabled", "true");
});

// Coming back to a page from the browser's memory: its forms may be sent again.
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
    form.querySelector("[aria-disabled]")?.removeAttribute("aria-disabled");
  }
});

// Screen readers speak what changes in a live region, not what stands there from the start.
function sayToast() {
  const region = document.querySelector("[data-toast]");
  const said = region?.firstElementChild;
  if (said) {
    said.remove();
    setTimeout(() => region.append(said), 150);
  }
}

document.addEventListener("htmx:afterSwap", (event) => showMoments(event.target));
showMoments(document);
showTimeLeft();
setInterval(showTimeLeft, 1000);
sayToast();
