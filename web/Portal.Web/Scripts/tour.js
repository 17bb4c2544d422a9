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

  const guide = window.driver.js.driver({
    // Without motion, for everybody: what is pointed at changes at once.
    animate: false,
    // Keys are heard below: the library drops them until the browser has drawn the step that it shows already.
    allowKeyboardControl: false,
    overlayClickBehavior: () => end(false),
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
    onNextClick: () => goForward(),
    onDoneClick: () => goForward(),
    onPrevClick: () => goBack(),
    onCloseClick: () => end(false),
  });

  function show(step) {
    guide.drive(step);
    // The library marks what it points at as opener of a dialog, which a panel or a list is not.
    for (const marked of document.querySelectorAll(".driver-active-element")) {
      for (const name of ["aria-haspopup", "aria-expanded", "aria-controls"]) {
        marked.removeAttribute(name);
      }
    }

    // At once, so that a key pressed before the step is drawn does not press what the library focuses, which ends the tour.
    guide.getState("popover").nextButton.focus();
  }

  function goForward() {
    if (guide.hasNextStep()) {
      show(guide.getActiveIndex() + 1);
    } else {
      end(true);
    }
  }

  function goBack() {
    if (guide.hasPreviousStep()) {
      show(guide.getActiveIndex() - 1);
    }
  }

  function hear(event) {
    const press = { ArrowRight: goForward, ArrowLeft: goBack, Escape: () => end(false) }[event.key];
    if (press && !event.repeat) {
      press();
    }
  }

  function end(isFinished) {
    window.removeEventListener("keydown", hear);
    guide.destroy();
    const goesOn = isFinished && after > 0;
    if (goesOn) {
      sessionStorage.setItem(underWay, JSON.stringify({ tour: tour.dataset.tour, after, shown: shown + parts.length }));
    } else {
      sessionStorage.removeItem(underWay);
    }

    const control = goesOn && document.querySelector("main .btn-primary");
    (control || returnTo).focus();
  }

  rememberTour();
  window.addEventListener("keydown", hear);
  show(0);
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
