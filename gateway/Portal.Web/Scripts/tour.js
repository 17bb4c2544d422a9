// Tells the page's tour with driver.js. That it was taken or declined is kept in a cookie of a year; a tour over several
// pages is carried from one to the next by the tab.
const tour = document.querySelector("template[data-tour]");
const offer = document.querySelector("[data-tour-offer]");
const again = document.querySelector("[data-tour-again]");
const underWay = "portal-tour";

function rememberTour() {
  document.cookie = `${tour.dataset.cookie}=seen; Path=/; Max-Age=31536000; Secure; SameSite=Lax`;
  offer?.remove();
}

function readUnderWay() {
  const left = JSON.parse(sessionStorage.getItem(underWay) ?? "null");
  return left?.tour === tour.dataset.tour && left.after > Number(tour.dataset.after) ? left : null;
}

function startTour(shown, returnTo) {
  const after = Number(tour.dataset.after);
  const parts = [...tour.content.children].filter((part) => document.querySelector(part.dataset.target)?.checkVisibility());
  let isFinished = false;

  const guide = window.driver.js.driver({
    // Without motion, for everybody: what is pointed at changes at once.
    animate: false,
    disableActiveInteraction: true,
    overlayColor: "#0a1012",
    overlayOpacity: 0.6,
    popoverClass: "tour",
    stagePadding: 6,
    showProgress: true,
    prevBtnText: "Back",
    nextBtnText: "Next",
    doneBtnText: after > 0 ? "Go on" : "Done",
    steps: parts.map((part, index) => ({
      element: part.dataset.target,
      popover: {
        title: part.firstElementChild.innerHTML,
        description: part.lastElementChild.innerHTML,
        progressText: `${shown + index + 1} of ${shown + parts.length + after}`,
      },
    })),
    onPopoverRender: ({ closeButton }) => closeButton.setAttribute("aria-label", "Skip the tour"),
    // The library marks what it points at as opener of a dialog, which a panel or a list is not.
    onHighlighted: (element) => {
      for (const name of ["aria-haspopup", "aria-expanded", "aria-controls"]) {
        element?.removeAttribute(name);
      }

      guide.getState("popover").nextButton.focus();
    },
    onDoneClick: () => {
      isFinished = true;
      guide.destroy();
    },
    onDestroyed: (element) => {
      const goesOn = isFinished && after > 0;
      if (goesOn) {
        sessionStorage.setItem(underWay, JSON.stringify({ tour: tour.dataset.tour, after, shown: shown + parts.length }));
      } else {
        sessionStorage.removeItem(underWay);
      }

      const control = goesOn && document.querySelector("main .btn-primary");
      queueMicrotask(() => (control || returnTo).focus());
    },
  });
  rememberTour();
  guide.drive();
}

if (tour) {
  const main = document.getElementById("main");
  document.querySelector("[data-tour-start]")?.addEventListener("click", () => startTour(0, main));
  document.querySelector("[data-tour-decline]")?.addEventListener("click", () => {
    rememberTour();
    main.focus();
  });
  if (again) {
    const menu = again.closest("details");
    again.hidden = false;
    again.querySelector("button").textContent = tour.dataset.title;
    again.addEventListener("click", () => {
      menu.open = false;
      startTour(0, menu.querySelector("summary"));
    });
  }

  const left = readUnderWay();
  if (left) {
    startTour(left.shown, main);
  }
}
